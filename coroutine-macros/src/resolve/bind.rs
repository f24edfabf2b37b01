//! The bindings of patterns.

use super::Resolver;
use proc_macro2::Ident;
use syn::visit_mut::{self, VisitMut};
use syn::{Pat, PatIdent, PatWild};

/// Calls `each` for every binding of a pattern, from left to right. The cases of `A(x) | B(x)` each bind `x`.
pub(crate) fn bindings(pat: &mut Pat, each: &mut dyn FnMut(&mut PatIdent)) {
    Bindings(each).visit_pat_mut(pat);
}

/// `None`, `MAX`: a lone name that starts with a capital is a constant or a variant, by Rust's own convention.
pub(crate) fn is_binding(pat: &PatIdent) -> bool {
    pat.subpat.is_some()
        || pat.by_ref.is_some()
        || pat.mutability.is_some()
        || !pat.ident.to_string().trim_start_matches("r#").starts_with(char::is_uppercase)
}

/// Whether matching on a place may move out of it: some binding takes by value.
pub(crate) fn moves(pat: &Pat) -> bool {
    let mut found = false;
    bindings(&mut pat.clone(), &mut |binding| found |= binding.by_ref.is_none());
    found
}

/// Whether some binding is a `ref mut`.
pub(crate) fn changes(pat: &Pat) -> bool {
    let mut found = false;
    bindings(&mut pat.clone(), &mut |binding| {
        found |= binding.by_ref.is_some() && binding.mutability.is_some();
    });
    found
}

/// A pattern without the bindings that are not wanted: `_` stands for them.
pub(crate) fn narrow(pat: &Pat, is_wanted: &dyn Fn(&Ident) -> bool) -> Pat {
    let mut pat = pat.clone();
    Narrow(is_wanted).visit_pat_mut(&mut pat);
    pat
}

struct Narrow<'n>(&'n dyn Fn(&Ident) -> bool);

impl VisitMut for Narrow<'_> {
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        if let Pat::Ident(binding) = pat
            && is_binding(binding)
            && !(self.0)(&binding.ident)
        {
            *pat = match binding.subpat.take() {
                Some((_, inner)) => *inner,
                None => Pat::Wild(PatWild {
                    attrs: Vec::new(),
                    underscore_token: syn::Token![_](binding.ident.span()),
                }),
            };
        }
        visit_mut::visit_pat_mut(self, pat);
    }
    fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
        crate::sites::take_from(&mut pat.attrs);
        visit_mut::visit_pat_ident_mut(self, pat);
    }
    fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
        visit_mut::visit_field_pat_mut(self, field);
        if let (None, syn::Member::Named(member), Pat::Wild(_)) =
            (field.colon_token, &field.member, &*field.pat)
        {
            field.colon_token = Some(syn::Token![:](member.span()));
        }
    }
    fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}
}

struct Bindings<'f>(&'f mut dyn FnMut(&mut PatIdent));

impl VisitMut for Bindings<'_> {
    fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
        if is_binding(pat) {
            (self.0)(pat);
        }
        crate::sites::take_from(&mut pat.attrs);
        visit_mut::visit_pat_ident_mut(self, pat);
    }
    fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
        visit_mut::visit_field_pat_mut(self, field);
        // `Point { x }` whose `x` gets another name is `Point { x: x2 }`.
        if let (None, syn::Member::Named(member), Pat::Ident(binding)) =
            (field.colon_token, &field.member, &*field.pat)
            && *member != binding.ident
        {
            field.colon_token = Some(syn::Token![:](member.span()));
            field.member = syn::Member::Named(crate::names::short(member));
        }
    }
    fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}
}

impl Resolver<'_> {
    /// Binds the names of a pattern that stands inside of the piece.
    pub(super) fn bind_inner(&mut self, pat: &mut Pat) {
        let mut names = Vec::new();
        bindings(pat, &mut |binding| names.push(binding.ident.to_string()));
        if let Some(inner) = self.inner.last_mut() {
            inner.extend(names);
        }
        self.pattern_exprs(pat);
    }

    /// Guards, ranges and constants in a pattern.
    pub(super) fn pattern_exprs(&mut self, pat: &mut Pat) {
        struct Exprs<'r, 'a>(&'r mut Resolver<'a>);
        impl VisitMut for Exprs<'_, '_> {
            // Its ends are constants, whatever locals there are.
            fn visit_expr_range_mut(&mut self, range: &mut syn::ExprRange) {
                for end in [&range.start, &range.end].into_iter().flatten() {
                    if let syn::Expr::Path(path) = &**end
                        && let Some(name) = path.path.get_ident()
                    {
                        self.0.env.note_free(name.to_string());
                    }
                }
            }
            fn visit_expr_mut(&mut self, expr: &mut syn::Expr) {
                self.0.sometimes(|resolver| resolver.expr(expr, super::Use::Value));
            }
        }
        Exprs(self).visit_pat_mut(pat);
    }
}
