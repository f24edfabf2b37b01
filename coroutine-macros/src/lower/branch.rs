//! `if`, `if let` and its chains, `match`.

use super::bind::sole_binding;
use super::{Dest, Lowerer};
use crate::ir::{BlockId, Effects, Local, MatchArm, Terminator};
use crate::markers;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, ExprIf, ExprMatch, Pat, UnOp};

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
            && !markers::opens(&cond.expr)
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
        let effects = self.condition_effects(&mut cond);
        self.no_exits(&effects, cond.span());
        self.terminate(Terminator::If { cond, effects, then, otherwise });
    }

    /// Resolves a condition from left to right, binding what its `let`s bind for what follows.
    fn condition_effects(&mut self, cond: &mut Expr) -> Effects {
        match cond {
            Expr::Binary(binary) if matches!(binary.op, BinOp::And(_)) => {
                let mut effects = self.condition_effects(&mut binary.left);
                effects.then(self.condition_effects(&mut binary.right));
                effects
            }
            Expr::Let(cond) => {
                let (scope, plain) = (self.scope, self.is_plain(&cond.expr));
                let borrowed = self.borrowed(&cond.expr).or_else(|| self.place(&cond.expr));
                let mut effects = self.resolver().scrutinee(&mut cond.expr);
                effects.binds = self.bind_pattern(&mut cond.pat, scope, plain);
                self.note_borrow(borrowed, &cond.expr, &cond.pat, true, &effects.binds);
                effects
            }
            cond => self.resolver().value(cond),
        }
    }

    pub(super) fn match_expr(&mut self, mut expr: ExprMatch, dest: Dest) {
        *expr.expr = if markers::opens(&expr.expr) { self.operand(*expr.expr) } else { *expr.expr };
        if expr.arms.iter().any(|arm| markers::opens(&arm.body)) {
            self.keep_scrutinee(&mut expr.expr);
        }
        let scrutinized = self.named_local(&expr.expr);
        let plain = self.is_plain(&expr.expr);
        let written = expr.expr.clone();
        let mut effects = self.resolver().scrutinee(&mut expr.expr);
        self.no_exits(&effects, expr.expr.span());
        let head = self.current;
        let behind = self.new_block();
        let mut arms = Vec::new();
        for mut arm in expr.arms {
            self.diverge();
            if self.opens(&arm.body) {
                self.refuse_cfg(&arm);
            }
            self.in_scope(|lowerer| {
                let scope = lowerer.scope;
                let bound = lowerer.bind_pattern(&mut arm.pat, scope, plain);
                let borrowed = lowerer.borrowed(&written).or_else(|| lowerer.place(&written));
                lowerer.note_borrow(borrowed, &expr.expr, &arm.pat, true, &bound);
                effects.binds.extend(bound);
                lowerer.guard(&mut arm.pat, &mut effects);
                if crate::resolve::moves(&arm.pat) {
                    let block = lowerer.current;
                    lowerer.body.blocks[block].taken.extend(scrutinized);
                }
                arms.push(MatchArm { attrs: arm.attrs, pat: arm.pat, target: lowerer.current });
                lowerer.expr(*arm.body, dest);
                lowerer.goto(behind);
                lowerer.diverge();
            });
        }
        self.current = head;
        self.terminate(Terminator::Match { scrutinee: *expr.expr, effects, arms });
        self.current = behind;
    }

    /// The guard of an arm, and the constants in its pattern.
    fn guard(&mut self, pat: &mut Pat, effects: &mut Effects) {
        if let Pat::Guard(guarded) = pat
            && let Some(span) = markers::first(&guarded.guard)
        {
            let error = "a match guard cannot wait yet: match first, and wait inside of the arm";
            self.errors.spanned(span, error);
            return;
        }
        let guard = self.resolver().pattern(pat);
        self.no_exits(&guard, pat.span());
        effects.then(guard);
    }
}
