//! Borrows that are taken again where a transition starts.

use super::Emitter;
use super::flow::Flow;
use crate::ir::{Again, BlockId, Effects, Form, Local, MatchArm, Statement};
use crate::parse;
use crate::resolve::narrow;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use std::collections::BTreeSet;
use syn::{Expr, Pat, Stmt, parse_quote};

impl Emitter<'_> {
    /// `let rest = &buf[2..];` for one of the locals of a borrow; all that are `wanted` of it get their value at once.
    /// `in_place` gives the form of an expression in which some locals lie in the state.
    pub(super) fn take_again(
        &self,
        local: Local,
        wanted: &[Local],
        in_place: &dyn Fn(&Expr, &BTreeSet<Local>) -> Expr,
    ) -> TokenStream {
        let Some(borrow) = self.body.taken_again(local) else {
            unreachable!("only what is taken again is asked for")
        };
        let holders: Vec<Local> = wanted
            .iter()
            .copied()
            .filter(|other| self.body.taken_again(*other) == Some(borrow))
            .collect();
        if holders.iter().min() != Some(&local) {
            return TokenStream::new();
        }
        let Ok(Again { expr, form }) = &self.body.borrows[borrow].again else {
            unreachable!("it is taken again")
        };
        let expr = in_place(expr, &self.body.borrows[borrow].needs);
        match form {
            Form::Let { pat, refutable } => {
                let narrowed = self.only(pat, &holders);
                if *refutable {
                    let allow = (!is_refutable(&narrowed))
                        .then(|| quote!(#[allow(irrefutable_let_patterns)]));
                    quote!(#allow let #narrowed = #expr else { ::core::unreachable!() };)
                } else {
                    quote!(let #narrowed = #expr;)
                }
            }
            Form::Items { pat, iter, taken } => {
                let item = self.only(pat, &holders);
                let counter = &self.body.locals[*taken].ident;
                let taken = in_place(&parse_quote!(#counter), &BTreeSet::from([*taken]));
                let name = &self.body.locals[*iter].ident;
                let mutability = Ident::new("mut", Span::mixed_site());
                // What cannot be gone over again is reported where it is written.
                let span = self.body.borrows[borrow].span.resolved_at(Span::mixed_site());
                let runtime = quote_spanned!(span=> ::coroutine_runtime::__private);
                match (holders.contains(iter), holders.len()) {
                    (true, 1) => quote!(let #mutability #name = #runtime::behind(#expr, #taken);),
                    (true, _) => {
                        quote!(let (#item, #mutability #name) = #runtime::again(#expr, #taken);)
                    }
                    (false, _) => quote!(let (#item, _) = #runtime::again(#expr, #taken);),
                }
            }
        }
    }

    /// A pattern without the bindings of what is not `wanted`.
    fn only(&self, pat: &Pat, wanted: &[Local]) -> Pat {
        let is_wanted =
            |name: &Ident| wanted.iter().any(|local| self.body.locals[*local].ident == *name);
        narrow(pat, &is_wanted)
    }

    /// `let _ = &rest;`: a borrow that is taken again behind a suspension is still needed where it is suspended.
    pub(super) fn claim(&self, claimed: impl Iterator<Item = Local>, span: Span) -> TokenStream {
        let claim = |local: Local| {
            let mut name = self.body.locals[local].ident.clone();
            name.set_span(span.resolved_at(name.span()));
            quote_spanned!(span.resolved_at(Span::mixed_site())=> let _ = &#name;)
        };
        claimed.map(claim).collect()
    }
}

/// Bindings that are used behind the next suspension only, where they are taken again, are not made.
impl Flow<'_, '_> {
    fn is_idle_borrow(&self, block: BlockId, local: Local) -> bool {
        self.emitter.layout.partition.is_idle(block, local)
    }

    fn without(&self, pat: &mut Pat, idle: &[Local]) {
        let is_wanted =
            |name: &Ident| idle.iter().all(|local| self.emitter.body.locals[*local].ident != *name);
        *pat = narrow(pat, &is_wanted);
    }

    fn idle(&self, block: BlockId, binds: &[Local]) -> Vec<Local> {
        binds.iter().copied().filter(|local| self.is_idle_borrow(block, *local)).collect()
    }

    pub(super) fn without_idle_stmt(&self, block: BlockId, statement: &Statement) -> Stmt {
        let mut stmt = statement.stmt.clone();
        let idle = self.idle(block, &statement.effects.binds);
        if let (false, Stmt::Local(local)) = (idle.is_empty(), &mut stmt) {
            self.without(&mut local.pat, &idle);
        }
        stmt
    }

    /// Whether a statement takes nothing but a borrow that is not needed here, and does not fail.
    pub(super) fn borrows_in_vain(&self, block: BlockId, statement: &Statement) -> bool {
        let binds = &statement.effects.binds;
        let Stmt::Local(local) = &statement.stmt else { return false };
        let init = local.init.as_ref().filter(|init| init.diverge.is_none());
        let all_idle = !binds.is_empty() && self.idle(block, binds).len() == binds.len();
        all_idle && init.is_some_and(|init| !may_fail(&init.expr))
    }

    pub(super) fn without_idle_cond(&self, block: BlockId, cond: &Expr, effects: &Effects) -> Expr {
        let mut idle = self.idle(block, &effects.binds);
        let mut cond = cond.clone();
        let tokens = cond.to_token_stream();
        idle.retain(|local| {
            parse::count(&tokens, &self.emitter.body.locals[*local].ident.to_string()) == 1
        });
        if !idle.is_empty() {
            conditions(&mut cond, &mut |pat| self.without(pat, &idle));
        }
        cond
    }

    pub(super) fn without_idle_arm(
        &self,
        block: BlockId,
        arm: &MatchArm,
        effects: &Effects,
    ) -> Pat {
        let body = self.emitter.body;
        let mut idle = self.idle(block, &effects.binds);
        idle.retain(|local| {
            body.is_within(body.blocks[arm.target].scope, body.locals[*local].scope)
        });
        if let Pat::Guard(guarded) = &arm.pat {
            let guard = guarded.guard.to_token_stream();
            idle.retain(|local| !parse::mentions(&guard, &body.locals[*local].ident.to_string()));
        }
        let mut pat = arm.pat.clone();
        self.without(&mut pat, &idle);
        pat
    }
}

/// The patterns of a condition: `let PATTERN = a && let PATTERN = b`.
fn conditions(cond: &mut Expr, each: &mut dyn FnMut(&mut Pat)) {
    match cond {
        Expr::Let(cond) => each(&mut cond.pat),
        Expr::Paren(inner) => conditions(&mut inner.expr, each),
        Expr::Binary(binary) => {
            conditions(&mut binary.left, each);
            conditions(&mut binary.right, each);
        }
        _ => {}
    }
}

/// Whether a borrow may panic: an index out of bounds.
fn may_fail(expr: &Expr) -> bool {
    match expr {
        Expr::Reference(reference) => may_fail(&reference.expr),
        Expr::Field(field) => may_fail(&field.base),
        Expr::Unary(unary) => may_fail(&unary.expr),
        Expr::Paren(inner) => may_fail(&inner.expr),
        Expr::MethodCall(call) => may_fail(&call.receiver),
        Expr::Path(_) => false,
        _ => true,
    }
}

/// Whether it is seen that a pattern may not match.
fn is_refutable(pat: &Pat) -> bool {
    match pat {
        Pat::Lit(_) | Pat::Range(_) => true,
        Pat::TupleStruct(tuple) => {
            let name = tuple.path.segments.last();
            let known = ["Some", "Ok", "Err"];
            name.is_some_and(|name| known.iter().any(|known| name.ident == known))
                || tuple.elems.iter().any(is_refutable)
        }
        Pat::Tuple(tuple) => tuple.elems.iter().any(is_refutable),
        Pat::Reference(inner) => is_refutable(&inner.pat),
        Pat::Paren(inner) => is_refutable(&inner.pat),
        Pat::Struct(literal) => literal.fields.iter().any(|field| is_refutable(&field.pat)),
        _ => false,
    }
}
