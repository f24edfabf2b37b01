//! What shows the type of a number: what it is added to, compared with, returned as.

use super::known::Known;
use super::uses::Numbers;
use super::{Inference, Scope};
use crate::ir::Local;
use syn::visit::Visit;
use syn::{Expr, Type};

impl Inference<'_> {
    /// Walks an expression; its own value shows nothing.
    pub(super) fn numbers(&mut self, expr: &Expr, scope: &Scope) {
        Numbers { inference: self, scope }.visit_expr(expr);
    }

    /// The same of one whose value becomes a part of something whose type is not seen.
    pub(super) fn tied(&mut self, expr: &Expr, scope: &Scope) {
        let mut numbers = Numbers { inference: self, scope };
        numbers.tie(expr);
        numbers.visit_expr(expr);
    }

    /// A value of a type that is known.
    pub(super) fn expect(&mut self, value: &Expr, ty: &Type, scope: &Scope) {
        match (value, ty) {
            (Expr::Paren(inner), ty) => self.expect(&inner.expr, ty, scope),
            (Expr::Tuple(values), Type::Tuple(types))
                if values.elems.len() == types.elems.len() =>
            {
                for (value, ty) in values.elems.iter().zip(&types.elems) {
                    self.expect(value, ty, scope);
                }
            }
            (Expr::Call(call), ty) if call.args.len() == 1 => {
                let variant = |name| super::known::ends_with(&call.func, name);
                let index = usize::from(variant("Err"));
                let inner = super::known::argument(ty, &["Option", "Result"], index);
                if let Some(inner) =
                    inner.filter(|_| variant("Some") || variant("Ok") || variant("Err"))
                {
                    self.expect(&call.args[0], &inner, scope);
                }
            }
            (value, ty) => {
                if let Some(local) = scope.local(value) {
                    self.note_number(local, Known::Type(ty.clone()));
                }
            }
        }
    }

    pub(super) fn note_number(&mut self, local: Local, known: Known) {
        let fits = match &self.known[local] {
            Some(Known::Open(of)) => matches!(&known, Known::Type(ty) if is_of(ty, of)),
            Some(number) => number.is_number() && known.is_number(),
            None => false,
        };
        if fits {
            self.note(local, Some(known));
        }
    }
}

/// Whether a type is a `Vec<…>` for `Vec`.
fn is_of(ty: &Type, of: &syn::Path) -> bool {
    let last = |path: &syn::Path| path.segments.last().map(|last| last.ident.to_string());
    matches!(ty, Type::Path(path) if last(&path.path) == last(of))
}
