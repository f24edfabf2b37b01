//! A `recv!()` inside of a larger expression. What Rust evaluates before it is kept in locals of its own
//! over the suspension; what it evaluates after it stays where it is.

use super::temporary::base;
use super::{Dest, Lowerer, block};
use crate::catalogue;
use crate::ir::Origin;
use crate::markers::{self, Marker};
use crate::sites::{self, Site};
use crate::std_macros::{Arguments, Kind};
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{BinOp, Expr, UnOp};

/// How an operand is used by the expression around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Value,
    /// Borrowed or looked into where it lies: a receiver, `x` of `x.len`.
    Place,
}

impl Lowerer<'_> {
    /// Lowers what suspends in an expression. What comes back does not, and is to be evaluated right away.
    pub(super) fn operand(&mut self, mut expr: Expr) -> Expr {
        let site = sites::of(&mut expr);
        self.operand_at(expr, site)
    }

    /// The same of one whose site has been taken.
    pub(super) fn operand_at(&mut self, mut expr: Expr, site: Option<Site>) -> Expr {
        if !self.opens(&expr) {
            return expr;
        }
        match &expr {
            Expr::Macro(call) if Marker::of(&call.mac) == Some(Marker::Recv) => {
                return self.suspend(&call.mac, site);
            }
            Expr::Unsafe(block) => {
                self.errors.spanned(block.unsafe_token.span, catalogue::wait_in_unsafe_block());
                return syn::parse_quote!(::core::unreachable!());
            }
            Expr::Await(awaited) => {
                if let Expr::Macro(call) = &*awaited.base
                    && let Some(marker) = Marker::of(&call.mac)
                {
                    let awaits = &awaited.await_token;
                    self.errors.instead_of_rustc(awaits, catalogue::wait_awaited(marker.name()));
                    return syn::parse_quote!(::core::unreachable!());
                }
            }
            _ if block::is_control(&expr) || block::is_jump(&expr) => {
                let value = self.declared("value");
                self.typed_by(value, site);
                self.temporaries += 1;
                self.expr(expr, Dest::Local(value));
                return self.mention(value);
            }
            _ => {}
        }
        if let Expr::Macro(call) = &mut expr {
            if let Some(mut arguments) = Arguments::of(&call.mac) {
                let condition = arguments.quoted_condition();
                sites::mark_inside(site, &mut arguments.exprs_mut());
                if let Some((_, _, Some((_, guard)))) = &arguments.pattern
                    && self.opens(guard)
                    && let Some(decision) = arguments.as_match()
                {
                    return self.operand(decision);
                }
                self.macro_operands(&mut arguments);
                // As tokens they would be read as those of a part.
                arguments.exprs_mut().for_each(sites::strip);
                arguments.keep_words(condition.as_ref());
                call.mac.tokens = arguments.into_token_stream();
            }
            return expr;
        }
        if let Some(operands) = operands(&mut expr) {
            self.operands(operands);
            self.borrow_to_change(&expr);
            if let Expr::Struct(literal) = &mut expr {
                literal.fields.iter_mut().for_each(write_out);
            }
            return expr;
        }
        let Some(span) = markers::first(&expr) else { return expr };
        self.errors.spanned(span, catalogue::wait_in_unsupported_place());
        syn::parse_quote!(::core::unreachable!())
    }

    /// What `&mut { recv!(); x }` borrows is a local that may be changed.
    fn borrow_to_change(&mut self, expr: &Expr) {
        if let Expr::Reference(reference) = expr
            && reference.mutability.is_some()
            && let Expr::Path(path) = &*reference.expr
            && let Some(local) =
                path.path.get_ident().and_then(|name| self.env.get(&name.to_string()))
            && self.body.locals[local].origin == Origin::Value
        {
            self.body.locals[local].mutable = true;
        }
    }

    fn macro_operands(&mut self, arguments: &mut Arguments) {
        let role = if arguments.kind == Kind::Values { Role::Value } else { Role::Place };
        let mut eager = usize::MAX;
        if let Kind::Assert { before, always } = arguments.kind {
            eager = if always { before } else { 0 };
        }
        for argument in arguments.exprs_mut().skip(eager) {
            if let Some(span) = markers::first(argument) {
                self.errors.spanned(span, catalogue::wait_in_lazy_argument());
                *argument = syn::parse_quote!(::core::unreachable!());
            }
        }
        self.operands(arguments.exprs_mut().take(eager).map(|expr| (expr, role)).collect());
    }

    /// Lowers operands up to the last that waits.
    fn operands(&mut self, mut operands: Vec<(&mut Expr, Role)>) {
        let Some(last) = operands.iter().rposition(|(operand, _)| self.opens(operand)) else {
            return;
        };
        for index in 0..last {
            let (before, later) = operands.split_at_mut(index + 1);
            let (operand, role) = &mut before[index];
            let replaced = self.is_replaced(operand, later.iter().map(|(operand, _)| &**operand));
            if replaced || !self.stays(operand, *role, later.iter().map(|(operand, _)| &**operand))
            {
                let value = std::mem::replace(*operand, Expr::PLACEHOLDER);
                // What is given another value later cannot be borrowed until then: it is a value here.
                **operand = self.spill(value, if replaced { Role::Value } else { *role });
            }
        }
        let (operand, role) = &mut operands[last];
        let value = std::mem::replace(*operand, Expr::PLACEHOLDER);
        **operand = self.operand(value);
        if *role == Role::Place && self.changes_as_input(operand) {
            let input = std::mem::replace(*operand, Expr::PLACEHOLDER);
            **operand = self.spill(input, Role::Place);
        }
    }

    /// Whether an operand is an input that a method may change: not a number, nor a reference.
    fn changes_as_input(&self, operand: &Expr) -> bool {
        let ty = &self.consumer.input.ty;
        let is_input =
            matches!(operand, Expr::Path(path) if path.path.is_ident(crate::resolve::INPUT));
        is_input && !crate::evident::is_number_type(ty) && !matches!(ty, syn::Type::Reference(_))
    }

    /// Whether an operand is a place that something behind it gives another value.
    fn is_replaced<'e>(&self, operand: &Expr, mut later: impl Iterator<Item = &'e Expr>) -> bool {
        fn owner(place: &Expr) -> Option<&syn::Ident> {
            match place {
                Expr::Path(path) => path.path.get_ident(),
                Expr::Field(field) => owner(&field.base),
                Expr::Index(index) => owner(&index.expr),
                Expr::Paren(inner) => owner(&inner.expr),
                _ => None,
            }
        }
        let local =
            owner(operand).map(ToString::to_string).filter(|name| self.env.get(name).is_some());
        let assigned = |expr: &Expr, name: &str| {
            let mut expr = expr.clone();
            sites::strip(&mut expr);
            assigns(&expr.to_token_stream(), name)
        };
        local.is_some_and(|name| later.any(|expr| assigned(expr, &name)))
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
            place if base(place).is_some_and(|name| self.is_bound_by_guard(name)) => {
                role == Role::Place || matches!(place, Expr::Path(_))
            }
            place => match (place, base(place).map(ToString::to_string)) {
                (Expr::Path(_), None) => true,
                (_, None) => false,
                // A function, a constant.
                (Expr::Path(_), Some(name)) if self.env.get(&name).is_none() => true,
                // Borrowed over what follows, which cannot change it then.
                (_, Some(_)) if role == Role::Place => true,
                // A value is moved before what follows: it is dropped from where it was moved to.
                (Expr::Path(_), Some(_)) if role == Role::Value && !self.is_plain(place) => false,
                (_, Some(name)) => later.all(|expr| !crate::parse::mentions(&quote!(#expr), &name)),
            },
        }
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
        Expr::RawAddr(inner) => vec![(&mut inner.expr, Place)],
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
            } else if crate::evident::is_comparison(&binary.op) {
                // Both are borrowed.
                vec![(left, Place), (right, Place)]
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

/// `Point { x }` whose `x` was kept in another local is `Point { x: operand }`.
fn write_out(field: &mut syn::FieldValue) {
    let named =
        |member: &syn::Ident| matches!(&field.expr, Expr::Path(path) if path.path.is_ident(member));
    if let (None, syn::Member::Named(member)) = (field.colon_token, &field.member)
        && !named(member)
    {
        field.colon_token = Some(syn::Token![:](member.span()));
    }
}

/// Whether `name = …`, `name.field = …` or `name[index] = …` stands among the tokens.
fn assigns(tokens: &TokenStream, name: &str) -> bool {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let is_punct = |token: Option<&TokenTree>, chars: &str| matches!(token, Some(TokenTree::Punct(punct)) if chars.contains(punct.as_char()));
    tokens.iter().enumerate().any(|(at, token)| match token {
        TokenTree::Group(group) => assigns(&group.stream(), name),
        TokenTree::Ident(ident) if ident == name => {
            let mut behind = at + 1;
            loop {
                match tokens.get(behind) {
                    Some(TokenTree::Group(_)) => behind += 1,
                    dot if is_punct(dot, ".") => behind += 2,
                    _ => break,
                }
            }
            if is_punct(tokens.get(behind), "+-*/%&|^<>") {
                behind += 1;
            }
            is_punct(tokens.get(behind), "=") && !is_punct(tokens.get(behind + 1), "=>")
        }
        _ => false,
    })
}

pub(crate) fn is_assignment(op: &BinOp) -> bool {
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
