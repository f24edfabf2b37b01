//! What shows the type of a number: what it is added to, compared with, returned as.

use super::known::Known;
use super::{Inference, Scope};
use crate::evident::is_comparison;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, Type, parse_quote};

impl Inference<'_> {
    pub(super) fn numbers(&mut self, expr: &Expr, scope: &Scope) {
        Numbers { inference: self, scope }.visit_expr(expr);
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

    fn note_number(&mut self, local: crate::ir::Local, known: Known) {
        if self.known[local].as_ref().is_some_and(Known::is_number) && known.is_number() {
            self.note(local, Some(known));
        }
    }
}

struct Numbers<'i, 'b> {
    inference: &'i mut Inference<'b>,
    scope: &'i Scope,
}

impl Numbers<'_, '_> {
    /// Both sides have one type.
    fn alike(&mut self, one: &Expr, other: &Expr) {
        for (side, against) in [(one, other), (other, one)] {
            if let Some(local) = self.scope.local(side)
                && let Some(known) = self.inference.type_of(against, self.scope)
            {
                self.inference.note_number(local, known);
            }
        }
    }
}

impl<'ast> Visit<'ast> for Numbers<'_, '_> {
    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        use BinOp as B;
        let shifts = matches!(binary.op, B::Shl(_) | B::Shr(_) | B::ShlAssign(_) | B::ShrAssign(_));
        let logic = matches!(binary.op, B::And(_) | B::Or(_));
        if is_comparison(&binary.op) || !(shifts || logic) {
            self.alike(&binary.left, &binary.right);
        }
        visit::visit_expr_binary(self, binary);
    }
    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        self.alike(&assign.left, &assign.right);
        visit::visit_expr_assign(self, assign);
    }
    fn visit_expr_range(&mut self, range: &'ast syn::ExprRange) {
        if let (Some(start), Some(end)) = (&range.start, &range.end) {
            self.alike(start, end);
        }
        visit::visit_expr_range(self, range);
    }
    fn visit_expr_index(&mut self, index: &'ast syn::ExprIndex) {
        if let Some(local) = self.scope.local(&index.index) {
            self.inference.note_number(local, Known::Type(parse_quote!(usize)));
        }
        visit::visit_expr_index(self, index);
    }
    fn visit_expr_return(&mut self, value: &'ast syn::ExprReturn) {
        if let Some(value) = &value.expr {
            let output = self.inference.consumer.output.clone();
            self.inference.expect(value, &output, self.scope);
        }
        visit::visit_expr_return(self, value);
    }
    fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
    fn visit_item(&mut self, _: &'ast syn::Item) {}
}
