//! A `recv!()` inside of a larger expression. What Rust evaluates before it is kept in locals of its own
//! over the suspension; what it evaluates after it stays where it is.

use super::{Dest, Lowerer, block};
use crate::ir::{BlockId, Effects, Local, ScopeId, Terminator};
use crate::markers::{self, Marker};
use crate::std_macros::{Arguments, Kind};
use proc_macro2::{Ident, Span};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{BinOp, Expr, Stmt, Token, UnOp};

/// How an operand is used by the expression around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Value,
    /// Borrowed or looked into where it lies: a receiver, `x` of `x.len`.
    Place,
}

impl Lowerer<'_> {
    /// Lowers an expression so that its value goes to `dest`.
    pub(super) fn expr(&mut self, expr: Expr, dest: Dest) {
        let opens = self.opens(&expr);
        match expr {
            Expr::Return(expr) => {
                match expr.expr {
                    Some(value) => self.expr(*value, Dest::Return),
                    None => self.unit(Dest::Return),
                }
                self.diverge();
            }
            Expr::Break(expr) => self.break_expr(expr),
            Expr::Continue(expr) => self.continue_expr(&expr),
            Expr::Block(expr) if expr.label.is_none() && expr.attrs.is_empty() => {
                self.block(expr.block, dest);
            }
            expr if !opens => self.verbatim(expr, dest),
            Expr::Paren(inner) => self.expr(*inner.expr, dest),
            Expr::Group(inner) => self.expr(*inner.expr, dest),
            Expr::If(expr) => self.if_expr(expr, dest),
            Expr::Match(expr) => self.match_expr(expr, dest),
            Expr::Loop(expr) => self.loop_expr(expr, dest),
            Expr::While(expr) => self.while_expr(expr, dest),
            Expr::ForLoop(expr) => self.for_expr(expr, dest),
            Expr::Block(expr) => self.block_expr(expr, dest),
            Expr::Binary(binary) if matches!(binary.op, BinOp::And(_) | BinOp::Or(_)) => {
                // `a && recv!() != 0` as a value.
                self.expr(syn::parse_quote!(if #binary { true } else { false }), dest);
            }
            expr => {
                let value = self.operand(expr);
                self.verbatim(value, dest);
            }
        }
    }

    /// An expression that does not suspend any more.
    fn verbatim(&mut self, mut expr: Expr, dest: Dest) {
        match dest {
            Dest::Ignore => {
                if is_input(&expr) {
                    expr = syn::parse_quote!(::core::mem::drop(#expr));
                }
                let semi = (!block::is_block_like(&expr)).then(|| Token![;](Span::mixed_site()));
                let mut stmt = Stmt::Expr(expr, semi);
                let effects = self.resolver().statement(&mut stmt);
                self.push(stmt, effects);
            }
            _ if is_panic(&expr) => {
                self.verbatim(expr, Dest::Ignore);
                self.diverge();
            }
            Dest::Local(local) => {
                self.body.may_diverge |= calls_function(&expr);
                self.assign(local, expr);
            }
            Dest::Return => {
                self.body.may_diverge |= calls_function(&expr);
                let mut effects = self.resolver().value(&mut expr);
                if !effects.exits.is_empty() {
                    // A jump needs a statement to stand in.
                    let value = self.synthetic("value", false, false);
                    let ident = self.body.locals[value].ident.clone();
                    effects.binds.push(value);
                    self.push(crate::ir::let_stmt(&ident, None, expr), effects);
                    let value = self.mention(value);
                    return self.verbatim(value, Dest::Return);
                }
                self.terminate(Terminator::Return { value: Some(expr), effects });
                self.diverge();
            }
        }
    }

    /// Lowers what suspends in an expression. What comes back does not, and is to be evaluated right away.
    pub(super) fn operand(&mut self, mut expr: Expr) -> Expr {
        if !self.opens(&expr) {
            return expr;
        }
        match &expr {
            Expr::Macro(call) if Marker::of(&call.mac) == Some(Marker::Recv) => {
                return self.suspend(&call.mac);
            }
            Expr::Macro(call) if Marker::of(&call.mac) == Some(Marker::Delegate) => {
                let error = "`delegate!` is not supported yet: receive here, and send to the inner consumer";
                self.errors.at(&call.mac.path, error);
                return syn::parse_quote!(::core::unreachable!());
            }
            Expr::Unsafe(block) => {
                let error = "an `unsafe` block cannot wait: wait outside of it";
                self.errors.spanned(block.unsafe_token.span, error);
                return syn::parse_quote!(::core::unreachable!());
            }
            _ if block::is_control(&expr) || block::is_jump(&expr) => {
                let value = self.declared("value");
                self.expr(expr, Dest::Local(value));
                return self.mention(value);
            }
            _ => {}
        }
        if let Expr::Macro(call) = &mut expr {
            if let Some(mut arguments) = Arguments::of(&call.mac) {
                self.macro_operands(&mut arguments);
                call.mac.tokens = arguments.into_token_stream();
            }
            return expr;
        }
        if let Some(operands) = operands(&mut expr) {
            self.operands(operands);
            return expr;
        }
        let span = markers::first(&expr).unwrap_or_else(|| expr.span());
        let error = "waiting in this place is not supported yet: bind it first, as in `let value = recv!();`";
        self.errors.spanned(span, error);
        syn::parse_quote!(::core::unreachable!())
    }

    fn macro_operands(&mut self, arguments: &mut Arguments) {
        let role = if arguments.kind == Kind::Values { Role::Value } else { Role::Place };
        let mut eager = arguments.list.len();
        if let Kind::Assert { before, always } = arguments.kind {
            eager = if always { before } else { 0 };
        }
        for argument in arguments.list.iter().skip(eager) {
            if let Some(span) = markers::first(&argument.expr) {
                let error =
                    "an argument that is evaluated on some runs only cannot wait: bind it first";
                self.errors.spanned(span, error);
                return;
            }
        }
        self.operands(
            arguments
                .list
                .iter_mut()
                .take(eager)
                .map(|argument| (&mut argument.expr, role))
                .collect(),
        );
    }

    /// Lowers operands up to the last that waits.
    fn operands(&mut self, mut operands: Vec<(&mut Expr, Role)>) {
        let Some(last) = operands.iter().rposition(|(operand, _)| markers::opens(operand)) else {
            return;
        };
        for index in 0..last {
            let (before, later) = operands.split_at_mut(index + 1);
            let (operand, role) = &mut before[index];
            if !self.stays(operand, *role, later.iter().map(|(operand, _)| &**operand)) {
                let value = std::mem::replace(*operand, Expr::PLACEHOLDER);
                **operand = self.spill(value, *role);
            }
        }
        let operand = &mut *operands[last].0;
        let value = std::mem::replace(operand, Expr::PLACEHOLDER);
        *operand = self.operand(value);
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

    /// A scrutinee that is a temporary itself.
    pub(super) fn keep_scrutinee(&mut self, expr: &mut Expr) {
        if self.owns_itself(expr) {
            let value = std::mem::replace(expr, Expr::PLACEHOLDER);
            *expr = self.spill(value, Role::Place);
        } else {
            self.keep_temporaries(expr);
        }
    }

    /// A call of a function with nothing that its value could borrow from.
    fn owns_itself(&self, expr: &Expr) -> bool {
        let Expr::Call(call) = expr else { return false };
        let plain = |arg: &Expr| matches!(arg, Expr::Lit(_)) || self.is_number(arg);
        let function = matches!(&*call.func, Expr::Path(path) if path.path.get_ident().is_none_or(|name| self.env.get(&name.to_string()).is_none()));
        function && calls_function(expr) && call.args.iter().all(plain)
    }

    /// Whether an operand can be evaluated after what follows it as well: a constant, or a place of which nothing
    /// behind it names the local.
    fn stays<'e>(
        &self,
        operand: &Expr,
        role: Role,
        mut later: impl Iterator<Item = &'e Expr>,
    ) -> bool {
        match operand {
            Expr::Lit(_) | Expr::Closure(_) => true,
            Expr::Reference(reference) => base(&reference.expr).is_some(),
            place => match (place, base(place).map(ToString::to_string)) {
                (Expr::Path(_), None) => true,
                (_, None) => false,
                // A function, a constant.
                (Expr::Path(_), Some(name)) if self.env.get(&name).is_none() => true,
                // A value is moved before what follows: it is dropped from where it was moved to.
                (Expr::Path(_), Some(_)) if role == Role::Value && !self.is_plain(place) => false,
                (_, Some(name)) => later.all(|expr| !crate::parse::mentions(&quote!(#expr), &name)),
            },
        }
    }

    /// Evaluates an operand now, and keeps it in a local.
    fn spill(&mut self, mut operand: Expr, role: Role) -> Expr {
        if let Expr::Reference(reference) = &mut operand
            && !is_place(&reference.expr)
        {
            let borrowed = std::mem::replace(&mut *reference.expr, Expr::PLACEHOLDER);
            *reference.expr = self.spill(borrowed, Role::Place);
            return operand;
        }
        let is_place = role == Role::Place && is_place(&operand);
        if is_place {
            let error = "a place that is computed cannot be kept over a `recv!()`: bind the value that is received first";
            self.errors.at(&operand, error);
            return operand;
        }
        self.keep_temporaries(&mut operand);
        let (plain, number) = (self.is_plain(&operand), self.is_number(&operand));
        let mut init = self.operand(operand);
        let borrows = self.borrowed_local(&init);
        let mut effects = self.resolver().value(&mut init);
        // A temporary that a method is called on may have to be changed by it.
        let mutable = role == Role::Place;
        self.temporaries += usize::from(mutable && !plain);
        let local = self.synthetic("operand", mutable, plain);
        self.body.locals[local].borrows = borrows;
        self.body.locals[local].number = number;
        effects.binds.push(local);
        let ident = self.body.locals[local].ident.clone();
        let mutability = mutable.then(|| Ident::new("mut", Span::mixed_site()));
        self.push(crate::ir::let_stmt(&ident, mutability.as_ref(), init), effects);
        self.mention(local)
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

    /// The local of which an expression is a borrow that would have to be kept: `&buf`, `buf.iter()`.
    pub(super) fn borrowed_local(&self, expr: &Expr) -> Option<(Local, Span)> {
        let place = match expr {
            Expr::Reference(reference) => &reference.expr,
            Expr::MethodCall(call)
                if ["iter", "iter_mut"].iter().any(|name| call.method == name) =>
            {
                &call.receiver
            }
            Expr::Paren(inner) => return self.borrowed_local(&inner.expr),
            _ => return None,
        };
        let base = base(place)?;
        let local = self.env.get(&base.to_string())?;
        self.is_owned(local).then(|| (local, expr.span()))
    }
}

fn is_panic(expr: &Expr) -> bool {
    const PANICS: [&str; 4] = ["panic", "unreachable", "todo", "unimplemented"];
    matches!(expr, Expr::Macro(call) if PANICS.iter().any(|name| call.mac.path.is_ident(name)))
}

/// A call of something that is not a variant or tuple struct: it may never come back.
fn calls_function(expr: &Expr) -> bool {
    let Expr::Call(call) = expr else { return false };
    let Expr::Path(path) = &*call.func else { return true };
    path.path
        .segments
        .last()
        .is_some_and(|last| last.ident.to_string().starts_with(char::is_lowercase))
}

/// An expression that names a place rather than making a value.
fn is_place(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) | Expr::Field(_) | Expr::Index(_) => true,
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)),
        Expr::Paren(inner) => is_place(&inner.expr),
        _ => false,
    }
}

fn is_input(expr: &Expr) -> bool {
    matches!(expr, Expr::Path(path) if path.path.is_ident(crate::resolve::INPUT))
}

/// The local that a place is part of: `x`, `x.a.b`. Behind an index or a dereference it may be another's.
fn base(place: &Expr) -> Option<&proc_macro2::Ident> {
    match place {
        Expr::Path(path) if path.qself.is_none() => path.path.get_ident(),
        Expr::Field(field) => base(&field.base),
        Expr::Paren(inner) => base(&inner.expr),
        _ => None,
    }
}

/// The operands of an expression in the order in which Rust evaluates them.
fn operands(expr: &mut Expr) -> Option<Vec<(&mut Expr, Role)>> {
    use Role::{Place, Value};
    Some(match expr {
        Expr::Paren(inner) => vec![(&mut inner.expr, Value)],
        Expr::Group(inner) => vec![(&mut inner.expr, Value)],
        Expr::Cast(inner) => vec![(&mut inner.expr, Value)],
        Expr::Try(inner) => vec![(&mut inner.expr, Value)],
        Expr::Reference(inner) => vec![(&mut inner.expr, Place)],
        Expr::Field(inner) => vec![(&mut inner.base, Place)],
        Expr::Unary(inner) => {
            let role = if matches!(inner.op, UnOp::Deref(_)) { Place } else { Value };
            vec![(&mut inner.expr, role)]
        }
        Expr::Assign(assign) => vec![(&mut assign.right, Value), (&mut assign.left, Place)],
        // As for primitives: the right side first.
        Expr::Binary(binary) => {
            let assigns = is_assignment(&binary.op);
            let (left, right) = (&mut *binary.left, &mut *binary.right);
            if assigns {
                vec![(right, Value), (left, Place)]
            } else {
                vec![(left, Value), (right, Value)]
            }
        }
        Expr::Index(index) => vec![(&mut index.expr, Place), (&mut index.index, Value)],
        Expr::MethodCall(call) => {
            let receiver = (&mut *call.receiver, Place);
            std::iter::once(receiver).chain(call.args.iter_mut().map(|arg| (arg, Value))).collect()
        }
        Expr::Call(call) => {
            let function = (&mut *call.func, Place);
            std::iter::once(function).chain(call.args.iter_mut().map(|arg| (arg, Value))).collect()
        }
        Expr::Array(array) => array.elems.iter_mut().map(|elem| (elem, Value)).collect(),
        Expr::Tuple(tuple) => tuple.elems.iter_mut().map(|elem| (elem, Value)).collect(),
        Expr::Range(range) => range
            .start
            .as_deref_mut()
            .into_iter()
            .chain(range.end.as_deref_mut())
            .map(|end| (end, Value))
            .collect(),
        Expr::Struct(literal) => {
            let rest = literal.rest.as_deref_mut().map(|rest| (rest, Place));
            literal.fields.iter_mut().map(|field| (&mut field.expr, Value)).chain(rest).collect()
        }
        Expr::Repeat(repeat) => vec![(&mut repeat.expr, Value)],
        _ => return None,
    })
}

fn is_assignment(op: &BinOp) -> bool {
    matches!(
        op,
        BinOp::AddAssign(_)
            | BinOp::SubAssign(_)
            | BinOp::MulAssign(_)
            | BinOp::DivAssign(_)
            | BinOp::RemAssign(_)
            | BinOp::BitXorAssign(_)
            | BinOp::BitAndAssign(_)
            | BinOp::BitOrAssign(_)
            | BinOp::ShlAssign(_)
            | BinOp::ShrAssign(_)
    )
}
