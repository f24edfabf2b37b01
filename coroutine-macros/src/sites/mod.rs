//! Sites: the places of the body as written that a local may come from. `typing` prints the body once more, as it is written, and has to know
//! there which binding, operand or loop became which local; lowering takes the body apart. So each such place gets a number first, which
//! stands in the tree as an attribute, `#[__site7]`, until lowering has taken note of it.
//!
//! Not the place in the source: what a macro makes may all have one.

mod attrs;
mod first;
mod mark;

pub(crate) use mark::{mark, mark_inside};

use attrs::{of_expr, of_item};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::visit_mut::VisitMut;
use syn::{Attribute, Block, Expr, Item, Meta};

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

struct Stripping;

impl VisitMut for Stripping {
    fn visit_attributes_mut(&mut self, attrs: &mut Vec<Attribute>) {
        take_from(attrs);
    }
}

#[cfg(test)]
mod tests {
    use super::{mark, strip, take};
    use quote::ToTokens;
    use syn::{Expr, Stmt, parse_quote};

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
