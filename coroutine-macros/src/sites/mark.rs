//! Gives each site its number.

use super::attrs::{of_expr, of_item};
use super::first::first;
use super::{PREFIX, Site};
use crate::std_macros::Arguments;
use proc_macro2::{Ident, Span};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Block, Expr, Item, Meta, Pat, PatIdent, Stmt};

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
        let mut marking = Marking { next: self.next, opens: &|_| true };
        for expr in &mut inside {
            marking.visit_expr_mut(expr);
        }
        self.next = marking.next;
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
        let attribute = self.attribute(first(expr));
        if let Some(attrs) = of_expr(expr) {
            attrs.push(attribute);
        }
        if let Expr::Macro(call) = expr {
            return self.reserve(&call.mac);
        }
        visit_mut::visit_expr_mut(self, expr);
    }
    fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
        let begins = match (&pat.by_ref, &pat.mutability) {
            (Some(token), _) => token.span,
            (None, Some(token)) => token.span,
            (None, None) => pat.ident.span(),
        };
        let attribute = self.attribute(begins);
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
