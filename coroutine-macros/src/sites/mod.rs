//! Sites: the places of the body as written that a local may come from. `typing` prints the body once more, as it is written, and has to know
//! there which binding, operand or loop became which local; lowering takes the body apart. So each such place gets a number first, which
//! stands in the tree as an attribute, `#[__site7]`, until lowering has taken note of it.
//!
//! Not the place in the source: what a macro makes may all have one.

mod attrs;
mod first;

use crate::std_macros::Arguments;
use attrs::{of_expr, of_item};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Block, Expr, Item, Meta, Pat, PatIdent, Stmt};

/// One of these places.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Site(usize);

impl Site {
    /// Where the numbers begin of what stands in the parentheses of a macro at this site.
    fn inside(self) -> usize {
        self.0 + 1
    }
}

const PREFIX: &str = "__site";

/// Numbers the sites of a body: all bindings of patterns, all items, and each expression of a statement that is to be opened.
pub(crate) fn mark(body: &mut Block, opens: &dyn Fn(&Stmt) -> bool) {
    Marking { next: 0, opens }.visit_block_mut(body);
}

/// The same of what was read from the tokens of the macro call at `site`: always the same numbers.
pub(crate) fn mark_inside(site: Option<Site>, exprs: &mut dyn Iterator<Item = &mut Expr>) {
    let Some(site) = site else { return };
    let mut marking = Marking { next: site.inside(), opens: &|_| true };
    exprs.for_each(|expr| marking.visit_expr_mut(expr));
}

/// The site of an expression, which has none afterwards.
pub(crate) fn take(expr: &mut Expr) -> Option<Site> {
    of_expr(expr).and_then(take_from)
}

/// The site of an expression.
pub(crate) fn of(expr: &mut Expr) -> Option<Site> {
    of_expr(expr).and_then(|attrs| attrs.iter().find_map(read))
}

/// The site among the attributes of something.
pub(crate) fn among(attrs: &[Attribute]) -> Option<Site> {
    attrs.iter().find_map(read)
}

/// The site among the attributes of something, which has none afterwards.
pub(crate) fn take_from(attrs: &mut Vec<Attribute>) -> Option<Site> {
    let site = among(attrs)?;
    attrs.retain(|attr| read(attr).is_none());
    Some(site)
}

/// The site of an item, which has none afterwards.
pub(crate) fn take_of_item(item: &mut Item) -> Option<Site> {
    of_item(item).and_then(take_from)
}

/// Takes all sites out of code.
pub(crate) fn strip(expr: &mut Expr) {
    Stripping.visit_expr_mut(expr);
}

/// The same of a block.
pub(crate) fn strip_block(block: &mut Block) {
    Stripping.visit_block_mut(block);
}

/// Code without its sites, as tokens.
pub(crate) fn without(code: TokenStream) -> TokenStream {
    let is_hash =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '#');
    let mut kept: Vec<TokenTree> = Vec::new();
    for token in code {
        let TokenTree::Group(group) = &token else {
            kept.push(token);
            continue;
        };
        let is_site = group.delimiter() == Delimiter::Bracket
            && group.stream().to_string().starts_with(PREFIX);
        if is_site && kept.last().is_some_and(is_hash) {
            kept.pop();
            continue;
        }
        let mut inner = Group::new(group.delimiter(), without(group.stream()));
        inner.set_span(group.span());
        kept.push(TokenTree::Group(inner));
    }
    kept.into_iter().collect()
}

fn read(attr: &Attribute) -> Option<Site> {
    let Meta::Path(path) = &attr.meta else { return None };
    let name = path.get_ident()?.to_string();
    name.strip_prefix(PREFIX)?.parse().ok().map(Site)
}

struct Marking<'m> {
    next: usize,
    opens: &'m dyn Fn(&Stmt) -> bool,
}

impl Marking<'_> {
    /// `span` is where that begins which it stands on.
    fn attribute(&mut self, span: Span) -> Attribute {
        let name = Ident::new(&format!("{PREFIX}{}", self.next), Span::mixed_site());
        self.next += 1;
        Attribute {
            pound_token: syn::Token![#](span),
            style: syn::AttrStyle::Outer,
            bracket_token: syn::token::Bracket::default(),
            meta: Meta::Path(name.into()),
        }
    }

    /// Leaves room for what lowering reads out of the tokens.
    fn reserve(&mut self, mac: &syn::Macro) {
        let mut inside: Vec<Expr> = match Arguments::of(mac) {
            Some(arguments) => arguments.exprs().cloned().collect(),
            None => mac.parse_body().into_iter().collect(),
        };
        for expr in &mut inside {
            self.visit_expr_mut(expr);
        }
    }
}

impl VisitMut for Marking<'_> {
    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        match stmt {
            Stmt::Item(item) => self.visit_item_mut(item),
            stmt if (self.opens)(stmt) => visit_mut::visit_stmt_mut(self, stmt),
            Stmt::Local(local) => self.visit_pat_mut(&mut local.pat),
            _ => {}
        }
    }
    fn visit_stmt_macro_mut(&mut self, call: &mut syn::StmtMacro) {
        let attribute = self.attribute(call.mac.path.span());
        call.attrs.push(attribute);
        self.reserve(&call.mac);
    }
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if matches!(expr, Expr::Lit(_) | Expr::Let(_)) {
            return visit_mut::visit_expr_mut(self, expr);
        }
        let attribute = self.attribute(first::first(expr));
        if let Some(attrs) = of_expr(expr) {
            attrs.push(attribute);
        }
        if let Expr::Macro(call) = expr {
            return self.reserve(&call.mac);
        }
        visit_mut::visit_expr_mut(self, expr);
    }
    fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
        let first = match (&pat.by_ref, &pat.mutability) {
            (Some(token), _) => token.span,
            (None, Some(token)) => token.span,
            (None, None) => pat.ident.span(),
        };
        let attribute = self.attribute(first);
        pat.attrs.push(attribute);
        visit_mut::visit_pat_ident_mut(self, pat);
    }
    fn visit_item_mut(&mut self, item: &mut Item) {
        let attribute = self.attribute(Span::mixed_site());
        if let Some(attrs) = of_item(item) {
            attrs.push(attribute);
        }
    }
    fn visit_expr_repeat_mut(&mut self, repeat: &mut syn::ExprRepeat) {
        self.visit_expr_mut(&mut repeat.expr);
    }
    // Constants, which nothing is made of.
    fn visit_type_mut(&mut self, _: &mut syn::Type) {}
    fn visit_path_mut(&mut self, _: &mut syn::Path) {}
    fn visit_generic_argument_mut(&mut self, _: &mut syn::GenericArgument) {}
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        if !matches!(pat, Pat::Range(_) | Pat::Const(_) | Pat::Macro(_)) {
            visit_mut::visit_pat_mut(self, pat);
        }
    }
    // Functions of their own.
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
    fn visit_expr_const_mut(&mut self, _: &mut syn::ExprConst) {}
}

struct Stripping;

impl VisitMut for Stripping {
    fn visit_attributes_mut(&mut self, attrs: &mut Vec<Attribute>) {
        take_from(attrs);
    }
}

#[cfg(test)]
mod tests {
    use super::{Expr, mark, strip, take};
    use quote::ToTokens;
    use syn::{Stmt, parse_quote};

    #[test]
    fn each_place_has_a_number_of_its_own_until_it_is_taken() {
        let mut block: syn::Block = parse_quote!({
            let (a, mut b) = f(g(1), recv!());
        });
        let written = block.to_token_stream().to_string();
        mark(&mut block, &|_| true);
        let marked = block.to_token_stream().to_string();
        for site in 0..7 {
            assert_eq!(marked.matches(&format!("__site{site}]")).count(), 1, "{marked}");
        }
        let mut expr: Expr = Expr::Block(parse_quote!({}));
        if let Expr::Block(of) = &mut expr {
            of.block = block;
        }
        let Expr::Block(of) = &mut expr else { unreachable!() };
        let Stmt::Local(local) = &mut of.block.stmts[0] else { unreachable!() };
        let init = local.init.as_mut().expect("it has a value");
        assert!(take(&mut init.expr).is_some() && take(&mut init.expr).is_none());
        strip(&mut expr);
        assert_eq!(expr.to_token_stream().to_string(), written);
    }
}
