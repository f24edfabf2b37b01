//! Temporaries that live as long as what a `let` binds: `let x = &make();`, `let x = Some(&make());`. They are kept in locals of their
//! own, whatever makes them.

use super::Lowerer;
use super::operand::Role;
use crate::evident::is_constructor;
use syn::{Expr, UnOp};

impl Lowerer<'_> {
    /// Those of an initializer.
    pub(super) fn keep_extended(&mut self, init: &mut Expr) {
        match init {
            Expr::Reference(reference) if self.borrowed(&reference.expr).is_none() => {
                self.keep_made(&mut reference.expr);
            }
            Expr::Paren(inner) => self.keep_extended(&mut inner.expr),
            Expr::Cast(inner) => self.keep_extended(&mut inner.expr),
            Expr::Tuple(tuple) => self.keep_extended_of(tuple.elems.iter_mut().collect()),
            Expr::Array(array) => self.keep_extended_of(array.elems.iter_mut().collect()),
            Expr::Struct(literal) if literal.rest.is_none() => {
                let fields = literal.fields.iter_mut();
                let fields = fields.filter(|field| field.colon_token.is_some());
                self.keep_extended_of(fields.map(|field| &mut field.expr).collect());
            }
            Expr::Call(call) if is_constructor(call) => {
                self.keep_extended_of(call.args.iter_mut().collect());
            }
            _ => {}
        }
    }

    /// Of several values, those up to the last that extends something are evaluated one after the other.
    fn keep_extended_of(&mut self, mut values: Vec<&mut Expr>) {
        let Some(last) = values.iter().rposition(|value| self.extends(value)) else { return };
        for value in &mut values[..=last] {
            if self.extends(value) {
                self.keep_extended(value);
            } else if !matches!(value, Expr::Lit(_) | Expr::Path(_)) {
                let made = std::mem::replace(*value, Expr::PLACEHOLDER);
                **value = self.spill(made, Role::Value);
            }
        }
    }

    /// Whether some temporary in a value lives longer than that.
    fn extends(&self, value: &Expr) -> bool {
        match value {
            Expr::Reference(reference) => {
                !super::temporary::is_place(&reference.expr)
                    && !crate::evident::is_constant(&reference.expr)
                    && self.borrowed(&reference.expr).is_none()
            }
            Expr::Paren(inner) => self.extends(&inner.expr),
            Expr::Cast(inner) => self.extends(&inner.expr),
            Expr::Tuple(tuple) => tuple.elems.iter().any(|value| self.extends(value)),
            Expr::Array(array) => array.elems.iter().any(|value| self.extends(value)),
            Expr::Struct(literal) if literal.rest.is_none() => {
                literal.fields.iter().any(|field| self.extends(&field.expr))
            }
            Expr::Call(call) if is_constructor(call) => {
                call.args.iter().any(|value| self.extends(value))
            }
            _ => false,
        }
    }

    /// What a place is part of, or the value itself.
    pub(super) fn keep_made(&mut self, made: &mut Expr) {
        match made {
            Expr::Reference(inner) => self.keep_made(&mut inner.expr),
            Expr::Field(inner) => self.keep_made(&mut inner.base),
            Expr::Index(inner) => self.keep_made(&mut inner.expr),
            Expr::Paren(inner) => self.keep_made(&mut inner.expr),
            Expr::Unary(inner) if matches!(inner.op, UnOp::Deref(_)) => {
                self.keep_made(&mut inner.expr);
            }
            Expr::If(_) | Expr::Match(_) | Expr::Path(_) => {}
            made if crate::evident::is_constant(made) => {}
            made => {
                let value = std::mem::replace(made, Expr::PLACEHOLDER);
                *made = self.spill(value, Role::Place);
            }
        }
    }
}
