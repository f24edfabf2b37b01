//! Match guards that wait. The arms up to such a guard are one `match`. If its pattern fits, the guard is lowered as any
//! condition is; then the pattern is matched once more, by an arm that binds for good, or the arms behind it are tried.

use super::branch::Decision;
use super::operand::Role;
use super::{Dest, Lowerer};
use crate::catalogue;
use crate::ir::{BlockId, Effects, MatchArm, Statement};
use crate::markers;
use crate::parse::mentions;
use crate::resolve::{Mark, bindings, narrow};
use proc_macro2::{Ident, Span};
use quote::ToTokens;
use std::collections::HashSet;
use syn::visit::{self, Visit};
use syn::{Arm, Attribute, BinOp, Expr, ExprMatch, Pat, Stmt, UnOp};

/// The arm whose guard is being lowered: pieces of the guard see what its pattern binds.
pub(super) struct Guarding {
    scrutinee: Expr,
    pat: Pat,
    names: Vec<String>,
    /// What is bound behind this is bound by the guard itself.
    outside: Mark,
}

/// Whether the guard of some arm waits.
pub(super) fn any_waits(expr: &ExprMatch) -> bool {
    expr.arms.iter().any(|arm| waits(&arm.pat))
}

pub(super) fn waits(pat: &Pat) -> bool {
    matches!(pat, Pat::Guard(guarded) if markers::opens(&guarded.guard))
}

impl Lowerer<'_> {
    /// What is matched with several times has to be the same each time.
    pub(super) fn stable_scrutinee(&mut self, scrutinee: &mut Expr) {
        if self.borrowed(scrutinee).is_none() && self.place(scrutinee).is_none() {
            let value = std::mem::replace(scrutinee, Expr::PLACEHOLDER);
            *scrutinee = self.spill(value, Role::Place);
        }
    }

    /// Ends the decision with an arm whose guard waits. What the guard refuses goes on in the block that is current then.
    pub(super) fn waiting_arm(
        &mut self,
        mut decision: Decision,
        arm: Arm,
        dest: Dest,
        behind: BlockId,
    ) {
        let Pat::Guard(guarded) = arm.pat else { unreachable!("called for an arm with a guard") };
        let (pat, guard) = (*guarded.pat, *guarded.guard);
        if let Some(either) = overlapping(&pat) {
            self.errors.at(either, catalogue::guard_of_alternatives());
        }
        let scrutinee = decision.written.clone();
        let refused = self.new_block();
        let (outer, mark) = (self.scope, self.env.mark());
        self.scope = self.new_scope(Some(outer));
        let entry = self.new_block();
        let span = crate::source::end(&arm.body);
        decision.arms.push(MatchArm {
            attrs: arm.attrs,
            pat: narrow(&pat, &|_| false),
            target: entry,
            span,
        });
        decision.arms.push(otherwise(refused, span));
        self.decide(decision);

        self.current = entry;
        let mut names = Vec::new();
        bindings(&mut pat.clone(), &mut |binding| names.push(binding.ident.to_string()));
        let guarding =
            Guarding { scrutinee: scrutinee.clone(), pat: pat.clone(), names, outside: mark };
        let used_in_guard = guard.to_token_stream();
        let mut all_names = guarding.names.clone();
        let around = self.guarding.replace(guarding);
        let arm_scope = self.scope;
        let guard = self.waiting_guard(guard, refused);
        self.guarding = around;

        // What only the pieces of the guard before use is used all the same.
        let used_later = [guard.to_token_stream(), arm.body.to_token_stream()];
        all_names.retain(|name| {
            mentions(&used_in_guard, name) && !used_later.iter().any(|code| mentions(code, name))
        });
        let attrs = if all_names.is_empty() {
            Vec::new()
        } else {
            vec![syn::parse_quote!(#[allow(unused_variables)])]
        };
        self.bound_arm((attrs, pat, guard, span), &scrutinee, refused, arm_scope);
        self.expr(*arm.body, dest);
        self.goto(behind);
        self.scope = outer;
        self.env.leave(mark);
        self.current = refused;
    }

    /// Lowers a guard up to where nothing in it waits any more. What is left of it is evaluated by the arm itself.
    fn waiting_guard(&mut self, guard: Expr, refused: BlockId) -> Option<Expr> {
        let mut conditions = Vec::new();
        conjuncts(guard, &mut conditions);
        let last = conditions.iter().rposition(markers::opens).unwrap_or(0);
        let rest = conditions.split_off(last + 1);
        let deciding = conditions.pop();
        for condition in conditions {
            self.passes(condition, refused);
        }
        // What the last of it keeps is gone in the arm.
        let arm_scope = self.scope;
        self.scope = self.new_scope(Some(arm_scope));
        let deciding_in = self.new_block();
        self.continue_in(deciding_in);
        let known = self.body.locals.len();
        let mut left = None;
        match deciding {
            Some(Expr::Let(mut cond)) => {
                *cond.expr = self.operand(*cond.expr);
                left = Some(Expr::Let(cond));
            }
            Some(deciding) if is_branching(&deciding) => self.passes(deciding, refused),
            Some(deciding) => left = Some(self.operand(deciding)),
            None => {}
        }
        let holds_any = self.body.locals.iter().skip(known).any(|(_, local)| !local.plain);
        let left = left.into_iter().chain(rest).reduce(and);
        match left {
            // What the guard holds is dropped before the arm runs.
            Some(guard) if holds_any => {
                let deciding_in = std::mem::replace(&mut self.scope, arm_scope);
                let then = self.new_block();
                self.scope = deciding_in;
                self.condition(guard, then, refused);
                self.current = then;
                None
            }
            left => left,
        }
    }

    /// Goes on if a condition holds.
    fn passes(&mut self, condition: Expr, refused: BlockId) {
        let then = self.new_block();
        self.condition(condition, then, refused);
        self.current = then;
    }

    /// Binds what the pattern does, if what is left of the guard holds.
    fn bound_arm(
        &mut self,
        (attrs, mut pat, guard, span): (Vec<Attribute>, Pat, Option<Expr>, Span),
        scrutinee: &Expr,
        refused: BlockId,
        arm_scope: crate::ir::ScopeId,
    ) {
        let mut decision = self.decision(scrutinee);
        let otherwise = match &guard {
            Some(_) => otherwise(refused, span),
            None => self.never(syn::parse_quote!(_), span),
        };
        self.scope = arm_scope;
        let target = self.new_block();
        if let Some(guard) = guard {
            pat = Pat::Guard(syn::PatGuard {
                attrs: Vec::new(),
                pat: Box::new(pat),
                if_token: syn::Token![if](Span::mixed_site()),
                guard: Box::new(guard),
            });
        }
        self.current = target;
        self.bind_arm(&mut decision, attrs, pat, span);
        decision.arms.push(otherwise);
        self.decide(decision);
        self.current = target;
    }

    /// `PATTERN => unreachable!(),`
    pub(super) fn never(&mut self, pat: Pat, span: Span) -> MatchArm {
        let (current, target) = (self.current, self.new_block());
        self.current = target;
        let stmt = syn::parse_quote!(::core::unreachable!(););
        self.body.blocks[target].statements.push(Statement { stmt, effects: Effects::default() });
        self.current = current;
        MatchArm {
            attrs: vec![syn::parse_quote!(#[allow(unreachable_patterns)])],
            pat,
            target,
            span,
        }
    }

    /// A piece of a guard in front of its last `recv!()` that uses what the pattern binds: the pattern is matched to evaluate it,
    /// by an arm that is not taken.
    pub(super) fn in_guard(&mut self, piece: Expr) -> Expr {
        let Some(guarding) = self.guarding.as_ref().filter(|_| self.is_concerned(&piece)) else {
            return piece;
        };
        let mut piece = piece;
        crate::sites::strip(&mut piece);
        let mut scrutinee = guarding.scrutinee.clone();
        crate::sites::strip(&mut scrutinee);
        let names = piece.to_token_stream();
        let pat = narrow(&guarding.pat, &|name| mentions(&names, &name.to_string()));
        let value = self.consumer.unused("decided");
        let value = Ident::new(&value.to_string(), Span::mixed_site());
        syn::parse_quote!({
            let mut #value = ::core::option::Option::None;
            match #scrutinee {
                #pat if { #value = ::core::option::Option::Some(#piece); false } => ::core::unreachable!(),
                _ => {}
            }
            ::core::option::Option::unwrap(#value)
        })
    }

    /// The same of a condition, whose `let`s stay what they are.
    pub(super) fn condition_in_guard(&mut self, cond: Expr) -> Expr {
        match cond {
            Expr::Let(mut cond) => {
                let value = std::mem::replace(&mut *cond.expr, Expr::PLACEHOLDER);
                *cond.expr = self.in_guard(value);
                Expr::Let(cond)
            }
            Expr::Binary(mut binary) if matches!(binary.op, BinOp::And(_)) => {
                for side in [&mut binary.left, &mut binary.right] {
                    let part = std::mem::replace(&mut **side, Expr::PLACEHOLDER);
                    **side = self.condition_in_guard(part);
                }
                Expr::Binary(binary)
            }
            cond => self.in_guard(cond),
        }
    }

    /// Whether an operand of a guard is what its pattern binds, which does not change in the guard.
    pub(super) fn is_bound_by_guard(&self, name: &Ident) -> bool {
        self.guarding.as_ref().is_some_and(|guarding| {
            guarding.names.iter().any(|own| name == own)
                && !self.env.is_bound_since(guarding.outside, &name.to_string())
        })
    }

    /// A statement of a block in a guard.
    pub(super) fn stmt_in_guard(&mut self, stmt: Stmt) -> Stmt {
        match stmt {
            Stmt::Expr(expr, semi) => Stmt::Expr(self.in_guard(expr), semi),
            Stmt::Macro(call) if self.is_concerned(&call.mac) => {
                let expr = Expr::Macro(syn::ExprMacro { attrs: call.attrs, mac: call.mac });
                Stmt::Expr(self.in_guard(expr), Some(syn::Token![;](Span::mixed_site())))
            }
            stmt => stmt,
        }
    }

    /// Whether code uses what the pattern binds, and nothing in the guard has a name of these.
    fn is_concerned(&self, code: &dyn ToTokens) -> bool {
        let Some(guarding) = &self.guarding else { return false };
        let tokens = code.to_token_stream();
        let is_own = |name: &&String| !self.env.is_bound_since(guarding.outside, name);
        guarding.names.iter().filter(is_own).any(|name| mentions(&tokens, name))
    }
}

/// `_ => …` for what no arm before it takes.
fn otherwise(target: BlockId, span: Span) -> MatchArm {
    let attrs = vec![syn::parse_quote!(#[allow(unreachable_patterns)])];
    MatchArm { attrs, pat: syn::parse_quote!(_), target, span }
}

/// `a`, `b` and `c` of `a && b && c`.
fn conjuncts(cond: Expr, all: &mut Vec<Expr>) {
    match cond {
        Expr::Binary(binary) if matches!(binary.op, BinOp::And(_)) => {
            conjuncts(*binary.left, all);
            conjuncts(*binary.right, all);
        }
        cond => all.push(cond),
    }
}

fn and(left: Expr, right: Expr) -> Expr {
    Expr::Binary(syn::ExprBinary {
        attrs: Vec::new(),
        left: Box::new(left),
        op: BinOp::And(syn::Token![&&](Span::mixed_site())),
        right: Box::new(right),
    })
}

/// Whether a condition waits on some ways only.
fn is_branching(cond: &Expr) -> bool {
    match cond {
        Expr::Paren(inner) => is_branching(&inner.expr),
        Expr::Unary(unary) => matches!(unary.op, UnOp::Not(_)) && is_branching(&unary.expr),
        Expr::Binary(binary) => matches!(binary.op, BinOp::And(_) | BinOp::Or(_)),
        _ => false,
    }
}

/// Patterns of which more than one may fit the same value.
fn overlapping(pat: &Pat) -> Option<&syn::PatOr> {
    struct Alternatives<'p>(Option<&'p syn::PatOr>);
    impl<'p> Visit<'p> for Alternatives<'p> {
        fn visit_pat_or(&mut self, either: &'p syn::PatOr) {
            let heads: HashSet<String> = either.cases.iter().filter_map(head).collect();
            if heads.len() < either.cases.len() {
                self.0 = Some(either);
            }
            visit::visit_pat_or(self, either);
        }
        fn visit_expr(&mut self, _: &'p Expr) {}
    }
    /// What a value has to be for a pattern to fit, if that is seen.
    fn head(pat: &Pat) -> Option<String> {
        Some(match pat {
            Pat::Lit(literal) => literal.to_token_stream().to_string(),
            Pat::Path(path) => path.path.segments.last()?.ident.to_string(),
            Pat::TupleStruct(tuple) => tuple.path.segments.last()?.ident.to_string(),
            Pat::Struct(literal) => literal.path.segments.last()?.ident.to_string(),
            Pat::Ident(ident) if !crate::resolve::is_binding(ident) => ident.ident.to_string(),
            Pat::Paren(inner) => head(&inner.pat)?,
            _ => return None,
        })
    }
    let mut alternatives = Alternatives(None);
    alternatives.visit_pat(pat);
    alternatives.0
}
