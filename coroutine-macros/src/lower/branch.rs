//! `if`, `if let` and its chains, `match`.

use super::bind::sole_binding;
use super::{Dest, Lowerer, guard};
use crate::ir::{BlockId, Effects, Local, MatchArm, Terminator};
use crate::markers;
use crate::resolve::narrow;
use crate::source::{head, source};
use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, ExprIf, ExprMatch, Pat, UnOp};

/// A `match` that is being lowered.
pub(super) struct Decision {
    /// What is matched with, as the user wrote it, and as it is printed.
    pub(super) written: Expr,
    resolved: Expr,
    effects: Effects,
    pub(super) arms: Vec<MatchArm>,
    /// Where it is decided.
    head: BlockId,
}

impl Lowerer<'_> {
    pub(super) fn if_expr(&mut self, expr: ExprIf, dest: Dest) {
        let behind = self.new_block();
        let otherwise = self.new_block();
        // What the condition binds is in scope in the first branch alone.
        self.in_scope(|lowerer| {
            let then = lowerer.new_block();
            let mut cond = *expr.cond;
            lowerer.keep_head(&mut cond);
            lowerer.condition(cond, then, otherwise);
            lowerer.current = then;
            lowerer.block(expr.then_branch, dest);
            lowerer.goto(behind);
            lowerer.diverge();
        });
        self.current = otherwise;
        match expr.else_branch {
            Some((_, otherwise)) => self.expr(*otherwise, dest),
            None => self.unit(dest),
        }
        self.continue_in(behind);
    }

    /// The temporaries of an `if let` or `while let` live as long as its block.
    pub(super) fn keep_head(&mut self, cond: &mut Expr) {
        if let Expr::Let(cond) = cond
            && !self.opens(&cond.expr)
        {
            self.keep_scrutinee(&mut cond.expr);
        }
    }

    /// Goes to `then` or `otherwise`. `&&`, `||` and `!` are branches of their own where they suspend.
    pub(super) fn condition(&mut self, cond: Expr, then: BlockId, otherwise: BlockId) {
        match cond {
            cond if !self.opens(&cond) => self.branch(cond, then, otherwise),
            Expr::Paren(inner) => self.condition(*inner.expr, then, otherwise),
            Expr::Binary(binary) if matches!(binary.op, BinOp::And(_)) => {
                let both = self.new_block();
                self.condition(*binary.left, both, otherwise);
                self.current = both;
                self.condition(*binary.right, then, otherwise);
            }
            Expr::Binary(binary) if matches!(binary.op, BinOp::Or(_)) => {
                let neither = self.new_block();
                self.condition(*binary.left, then, neither);
                self.current = neither;
                self.condition(*binary.right, then, otherwise);
            }
            Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_)) => {
                self.condition(*unary.expr, otherwise, then);
            }
            Expr::Let(mut cond) => {
                if markers::count(&cond.expr) == 1 {
                    self.waits_for = sole_binding(&cond.pat);
                }
                *cond.expr = self.operand(*cond.expr);
                if self.owns_itself(&cond.expr) {
                    self.keep_scrutinee(&mut cond.expr);
                }
                self.branch(Expr::Let(cond), then, otherwise);
            }
            cond => {
                // What it needed is gone behind it, in the branches already.
                let outer = self.scope;
                self.scope = self.new_scope(Some(outer));
                let inside = self.new_block();
                self.continue_in(inside);
                let cond = self.operand(cond);
                self.branch(cond, then, otherwise);
                self.scope = outer;
            }
        }
    }

    /// The local that an expression is, and no part of it.
    fn named_local(&self, expr: &Expr) -> Option<Local> {
        match expr {
            Expr::Path(path) => self.env.get(&path.path.get_ident()?.to_string()),
            Expr::Paren(inner) => self.named_local(&inner.expr),
            _ => None,
        }
    }

    fn branch(&mut self, mut cond: Expr, then: BlockId, otherwise: BlockId) {
        if let Expr::Let(cond) = &cond
            && crate::resolve::moves(&cond.pat)
        {
            let taken = self.named_local(&cond.expr);
            self.body.blocks[then].taken.extend(taken);
        }
        if let Expr::Let(cond) = &mut cond {
            self.settle_jumps(&mut cond.expr);
        } else if !crate::parse::mentions(&cond.to_token_stream(), "let") {
            self.settle_jumps(&mut cond);
        }
        cond = self.condition_in_guard(cond);
        let effects = self.condition_effects(&mut cond);
        self.no_exits(&effects, cond.span());
        let cond = crate::ir::head(cond);
        self.terminate(Terminator::If { cond, effects, then, otherwise });
    }

    /// Resolves a condition from left to right, binding what its `let`s bind for what follows.
    fn condition_effects(&mut self, cond: &mut Expr) -> Effects {
        crate::sites::take(cond);
        match cond {
            Expr::Binary(binary) if matches!(binary.op, BinOp::And(_)) => {
                let mut effects = self.condition_effects(&mut binary.left);
                effects.then(self.condition_effects(&mut binary.right));
                effects
            }
            Expr::Let(cond) => {
                let (scope, plain) = (self.scope, self.is_plain(&cond.expr));
                let borrowed = self.borrowed(&cond.expr).or_else(|| self.place(&cond.expr));
                let moves = crate::resolve::moves(&cond.pat);
                let of_input = self.of_input(&cond.pat, &cond.expr);
                let mut effects = self.resolver().scrutinee(&mut cond.expr, moves);
                effects.binds = self.bind_pattern(&mut cond.pat, scope, plain);
                self.note_input(of_input, &effects.binds);
                self.note_borrow(borrowed, &cond.expr, &cond.pat, true, &effects.binds);
                effects
            }
            cond => self.resolver().value(cond),
        }
    }

    pub(super) fn match_expr(&mut self, mut expr: ExprMatch, dest: Dest) {
        if self.opens(&expr.expr) {
            *expr.expr = self.operand(*expr.expr);
        }
        if guard::any_waits(&expr) {
            self.stable_scrutinee(&mut expr.expr);
        } else if expr.arms.iter().any(|arm| self.opens(&arm.body)) {
            self.keep_scrutinee(&mut expr.expr);
        }
        *expr.expr = self.in_guard(*expr.expr);
        self.settle_jumps(&mut expr.expr);
        let behind = self.new_block();
        let mut decision = self.decision(&expr.expr);
        // The patterns of arms before a guard that waits. They do not fit behind it, but make the arms there complete.
        let mut tried: Vec<Pat> = Vec::new();
        let mut split = 0;
        for arm in expr.arms {
            if self.opens(&arm.body) || guard::waits(&arm.pat) {
                self.refuse_cfg(&arm);
            }
            if guard::waits(&arm.pat) {
                self.waiting_arm(decision, arm, dest, behind);
                decision = self.decision(&expr.expr);
                split = tried.len();
                continue;
            }
            if !matches!(arm.pat, Pat::Guard(_)) {
                tried.push(narrow(&arm.pat, &|_| false));
            }
            self.diverge();
            self.in_scope(|lowerer| {
                let statement = lowerer.source.clone();
                // In a block each statement says what it is.
                if !matches!(*arm.body, Expr::Block(_)) {
                    lowerer.source = format!("{} => {}", source(&arm.pat), head(&arm.body));
                }
                lowerer.bind_arm(&mut decision, arm.attrs, arm.pat, crate::source::end(&arm.body));
                lowerer.expr(*arm.body, dest);
                lowerer.goto(behind);
                lowerer.diverge();
                lowerer.source = statement;
            });
        }
        for pat in tried.drain(..split) {
            let span = pat.span();
            let never = self.never(pat, span);
            decision.arms.insert(0, never);
        }
        self.decide(decision);
        self.current = behind;
    }

    /// Begins to match: the arms are to come.
    pub(super) fn decision(&mut self, scrutinee: &Expr) -> Decision {
        let mut resolved = scrutinee.clone();
        let effects = self.resolver().scrutinee(&mut resolved, true);
        self.no_exits(&effects, scrutinee.span());
        Decision {
            written: scrutinee.clone(),
            resolved,
            effects,
            arms: Vec::new(),
            head: self.current,
        }
    }

    /// An arm, in the scope of what its pattern binds, with the current block as what it leads to.
    pub(super) fn bind_arm(
        &mut self,
        decision: &mut Decision,
        attrs: Vec<syn::Attribute>,
        mut pat: Pat,
        span: Span,
    ) {
        let (written, target) = (&decision.written, self.current);
        let borrowed = self.borrowed(written).or_else(|| self.place(written));
        let (scrutinized, plain) = (self.named_local(written), self.is_plain(written));
        let of_input = self.of_input(&pat, written);
        let bound = self.bind_pattern(&mut pat, self.scope, plain);
        self.note_input(of_input, &bound);
        self.note_borrow(borrowed, &decision.resolved, &pat, true, &bound);
        decision.effects.binds.extend(bound);
        self.guard(&mut pat, &mut decision.effects);
        if crate::resolve::moves(&pat) {
            self.body.blocks[target].taken.extend(scrutinized);
        }
        decision.arms.push(MatchArm { attrs, pat, target, span });
    }

    /// The decision is made where it began.
    pub(super) fn decide(&mut self, decision: Decision) {
        let Decision { resolved: scrutinee, effects, arms, head, .. } = decision;
        self.current = head;
        self.terminate(Terminator::Match { scrutinee, effects, arms });
    }

    /// The guard of an arm, and the constants in its pattern.
    fn guard(&mut self, pat: &mut Pat, effects: &mut Effects) {
        let Pat::Guard(guarded) = pat else {
            effects.then(self.resolver().pattern(pat));
            return;
        };
        effects.then(self.resolver().pattern(&mut guarded.pat));
        let guard = self.condition_effects(&mut guarded.guard);
        self.no_exits(&guard, guarded.guard.span());
        effects.then(guard);
    }
}
