//! Values that Rust keeps without a name, kept in locals: operands that were evaluated before a `recv!()`, the
//! temporaries of a head, what a loop or branch evaluates to.

use super::Lowerer;
use super::operand::Role;
use crate::ir::{BlockId, Effects, Local, ScopeId};
use crate::sites;
use proc_macro2::{Ident, Span};
use syn::spanned::Spanned;
use syn::{Expr, Stmt, UnOp};

impl Lowerer<'_> {
    /// Evaluates an operand now, and keeps it in a local.
    pub(super) fn spill(&mut self, mut operand: Expr, role: Role) -> Expr {
        if let Expr::Reference(reference) = &mut operand
            && !is_place(&reference.expr)
        {
            let borrowed = std::mem::replace(&mut *reference.expr, Expr::PLACEHOLDER);
            *reference.expr = self.spill(borrowed, Role::Place);
            return operand;
        }
        if let Expr::Reference(reference) = &mut operand {
            self.fix_parts(&mut reference.expr);
        }
        if role == Role::Place && is_place(&operand) {
            self.fix_place(&mut operand);
            return operand;
        }
        let site = sites::of(&mut operand);
        self.keep_temporaries(&mut operand);
        let span = operand.span();
        let (plain, number) = (self.is_plain(&operand), self.is_number(&operand));
        let init = self.operand(operand);
        let mut init = self.in_guard(init);
        let (plain, number) = (plain || self.is_plain(&init), number || self.is_number(&init));
        let borrowed = self.borrowed(&init);
        let mut effects = self.resolver().value(&mut init);
        // A temporary that a method is called on may have to be changed by it.
        let mutable = role == Role::Place;
        self.temporaries += usize::from(mutable && !plain);
        let local = self.synthetic("operand", false, plain);
        self.typed_by(local, site);
        self.body.locals[local].number = number;
        effects.binds.push(local);
        let ident = self.body.locals[local].ident.clone();
        let mutability = mutable.then(|| Ident::new("mut", Span::mixed_site()));
        let pat = crate::ir::binding(&ident, mutability.as_ref());
        self.note_borrow(borrowed, &init, &pat, false, &[local]);
        self.body.locals[local].mutable = mutable;
        self.push(crate::ir::let_stmt(&ident, mutability.as_ref(), &init), effects);
        // What is wrong with it is said where it was written.
        let mut ident = ident;
        ident.set_span(span.resolved_at(ident.span()));
        syn::parse_quote!(#ident)
    }

    /// Evaluates what a place is found by, so that it is found again by the same words: `rows[next()]`. That it is there is seen
    /// now, as in Rust.
    fn fix_place(&mut self, place: &mut Expr) {
        let indexed = self.fix_parts(place);
        if indexed {
            sites::strip(place);
            let mut looked_at: Stmt = syn::parse_quote!(let _ = &#place;);
            let effects = self.resolver().statement(&mut looked_at);
            self.push(looked_at, effects);
        }
    }

    /// Says whether some part of the place is indexed.
    fn fix_parts(&mut self, place: &mut Expr) -> bool {
        match place {
            Expr::Paren(inner) => self.fix_parts(&mut inner.expr),
            Expr::Field(field) => self.fix_parts(&mut field.base),
            Expr::Unary(unary) => self.fix_parts(&mut unary.expr),
            Expr::Path(_) => false,
            Expr::Index(index) => {
                self.fix_parts(&mut index.expr);
                self.fix_index(&mut index.index);
                true
            }
            value => {
                let made = std::mem::replace(value, Expr::PLACEHOLDER);
                *value = self.spill(made, Role::Place);
                false
            }
        }
    }

    pub(super) fn fix_index(&mut self, index: &mut Expr) {
        match index {
            Expr::Lit(_) => {}
            Expr::Paren(inner) => self.fix_index(&mut inner.expr),
            Expr::Range(range) => {
                range.start.iter_mut().chain(&mut range.end).for_each(|end| self.fix_index(end));
            }
            Expr::Path(path) if path.path.get_ident().is_some_and(|name| self.is_fixed(name)) => {}
            index => {
                let value = std::mem::replace(index, Expr::PLACEHOLDER);
                *index = self.spill(value, Role::Value);
            }
        }
    }

    /// A constant, or a local that does not change.
    fn is_fixed(&self, name: &Ident) -> bool {
        name != crate::resolve::INPUT
            && self.env.get(&name.to_string()).is_none_or(|local| !self.body.locals[local].mutable)
    }

    /// `let value;`
    pub(super) fn declared(&mut self, name: &'static str) -> Local {
        let local = self.synthetic(name, false, false);
        let ident = &self.body.locals[local].ident;
        let stmt = syn::parse_quote!(let #ident;);
        self.push(stmt, Effects { declares: vec![local], ..Effects::default() });
        local
    }

    /// The same in a block that is finished already, of a scope around this one.
    pub(super) fn declared_in(
        &mut self,
        scope: ScopeId,
        block: BlockId,
        name: &'static str,
    ) -> Local {
        let (inner, current) = (self.scope, self.current);
        (self.scope, self.current) = (scope, block);
        let local = self.declared(name);
        (self.scope, self.current) = (inner, current);
        local
    }

    pub(super) fn mention(&self, local: Local) -> Expr {
        let ident = &self.body.locals[local].ident;
        syn::parse_quote!(#ident)
    }

    /// Takes temporaries that live as long as the head of a `match` or loop, or the operand, they stand in to locals of
    /// their own, so that they live on while its inside waits. Only what is seen to own itself can be kept so.
    pub(super) fn keep_temporaries(&mut self, expr: &mut Expr) {
        let (place, inner) = match expr {
            Expr::MethodCall(call) => (true, &mut *call.receiver),
            Expr::Field(field) => (true, &mut *field.base),
            Expr::Reference(reference) => (true, &mut *reference.expr),
            Expr::Try(inner) => (false, &mut *inner.expr),
            Expr::Paren(inner) => (false, &mut *inner.expr),
            Expr::Cast(inner) => (false, &mut *inner.expr),
            Expr::Unary(inner) if !matches!(inner.op, UnOp::Deref(_)) => (false, &mut *inner.expr),
            Expr::Binary(binary) if crate::evident::is_comparison(&binary.op) => {
                // The left one is evaluated first, with what it makes.
                let (left, right) = (&mut *binary.left, &mut *binary.right);
                self.keep_temporaries(left);
                if self.has_temporaries(right) && !is_place(left) && !matches!(left, Expr::Lit(_)) {
                    let value = std::mem::replace(left, Expr::PLACEHOLDER);
                    *left = self.spill(value, Role::Value);
                }
                self.keep_temporaries(right);
                return;
            }
            Expr::Range(range) => {
                for end in range.start.iter_mut().chain(&mut range.end) {
                    self.keep_temporaries(end);
                }
                return;
            }
            _ => return,
        };
        if place && self.owns_itself(inner) {
            let value = std::mem::replace(inner, Expr::PLACEHOLDER);
            *inner = self.spill(value, Role::Place);
        } else {
            self.keep_temporaries(inner);
        }
    }

    /// Whether there are any that are kept so.
    fn has_temporaries(&self, expr: &Expr) -> bool {
        let (place, inner) = match expr {
            Expr::MethodCall(call) => (true, &*call.receiver),
            Expr::Field(field) => (true, &*field.base),
            Expr::Reference(reference) => (true, &*reference.expr),
            Expr::Try(inner) => (false, &*inner.expr),
            Expr::Paren(inner) => (false, &*inner.expr),
            Expr::Cast(inner) => (false, &*inner.expr),
            Expr::Unary(inner) => (false, &*inner.expr),
            _ => return false,
        };
        (place && self.owns_itself(inner)) || self.has_temporaries(inner)
    }

    /// A scrutinee that is a temporary itself.
    pub(super) fn keep_scrutinee(&mut self, expr: &mut Expr) {
        if self.owns_itself(expr) {
            let value = std::mem::replace(expr, Expr::PLACEHOLDER);
            *expr = self.spill(value, Role::Place);
        } else {
            self.keep_temporaries(expr);
        }
    }

    /// A call of a function with nothing that its value could borrow from, or an input.
    pub(super) fn owns_itself(&self, expr: &Expr) -> bool {
        if matches!(expr, Expr::Path(path) if path.path.is_ident(crate::resolve::INPUT)) {
            return !crate::evident::is_plain_type(&self.consumer.input.ty);
        }
        let Expr::Call(call) = expr else { return false };
        let plain = |arg: &Expr| matches!(arg, Expr::Lit(_)) || self.is_number(arg);
        let function = matches!(&*call.func, Expr::Path(path) if path.path.get_ident().is_none_or(|name| self.env.get(&name.to_string()).is_none()));
        function && call.args.iter().all(plain)
    }
}

/// An expression that names a place rather than making a value.
pub(super) fn is_place(expr: &Expr) -> bool {
    match expr {
        Expr::Path(path) if path.path.is_ident(crate::resolve::INPUT) => false,
        Expr::Path(_) | Expr::Field(_) | Expr::Index(_) => true,
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)),
        Expr::Paren(inner) => is_place(&inner.expr),
        _ => false,
    }
}

/// The local that a place is part of: `x`, `x.a.b`. Behind an index or a dereference it may be another's.
pub(super) fn base(place: &Expr) -> Option<&proc_macro2::Ident> {
    match place {
        Expr::Path(path) if path.qself.is_none() => path.path.get_ident(),
        Expr::Field(field) => base(&field.base),
        Expr::Paren(inner) => base(&inner.expr),
        _ => None,
    }
}

/// A call of something that is not a variant or tuple struct: it may never come back.
pub(super) fn calls_function(expr: &Expr) -> bool {
    let Expr::Call(call) = expr else { return false };
    let Expr::Path(path) = &*call.func else { return true };
    path.path
        .segments
        .last()
        .is_some_and(|last| last.ident.to_string().starts_with(char::is_lowercase))
}
