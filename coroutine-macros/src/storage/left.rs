//! Locals that are held for their drop alone, and that may borrow from an input or a local. What borrows cannot be held behind a wait,
//! and what has a drop has to be. rustc knows which of the two it is: what is stored is `Held::of(&local).left(local)`, nothing
//! if the drop does nothing.

use super::Partition;
use super::flows::Flows;
use crate::ir::{BlockId, Body, Local, LocalDecl, Terminator};
use crate::liveness::Analysis;
use crate::parse::{Consumer, Derive, Trait};
use crate::std_macros::Arguments;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{BTreeSet, HashMap};
use syn::visit::{self, Visit};
use syn::{Expr, ExprClosure, Stmt};

/// Of those that are held somewhere.
pub(crate) fn left(
    consumer: &Consumer,
    body: &Body,
    analysis: &Analysis,
    partition: &Partition,
) -> BTreeSet<Local> {
    let waiting = body.suspensions.indices().map(|suspension| analysis.live.at(body, suspension));
    let joined = partition.joins().map(|block| analysis.live.at_start(block).clone());
    let mut used: BTreeSet<Local> = BTreeSet::new();
    for live in waiting.chain(joined) {
        used.extend(body.with_owners(&live).iter());
    }
    used.extend(given_again(body, analysis));
    let joined = |local: &Local| {
        partition.joins().any(|block| partition.facts.carried[block].contains(*local))
    };
    let is_held = |local: &Local| {
        let waiting = body.suspensions.indices();
        let mut saved = waiting.map(|suspension| &analysis.saved[suspension]);
        saved.any(|saved| saved.contains(local)) || joined(local)
    };
    let may_end = may_end(consumer, body);
    may_end.into_iter().filter(|local| is_held(local) && !used.contains(local)).collect()
}

/// The locals that may be no more than a borrow, and of which rustc can be asked.
pub(crate) fn may_end(consumer: &Consumer, body: &Body) -> BTreeSet<Local> {
    let is_saved = |derive: &Derive| matches!(derive.of, Trait::Serialize | Trait::Deserialize);
    if consumer.name.is_some() || consumer.derives.iter().any(is_saved) {
        // There the types are written, and say it. And a snapshot has the locals as they are.
        return BTreeSet::new();
    }
    let may_end = |local: &Local| {
        let decl = &body.locals[*local];
        let is_said = decl.ty.as_ref().is_some_and(|ty| crate::evident::borrows_nowhere(ty));
        decl.may_borrow && decl.may_drop() && !is_said
    };
    body.locals.indices().skip(consumer.params.len()).filter(may_end).collect()
}

/// The locals that a closure may be part of, of which rustc does not know soon enough whether it is `Copy`.
pub(crate) fn captures(body: &Body, analysis: &Analysis) -> BTreeSet<Local> {
    let flows = Flows::new(body, &analysis.order, |block, piece| makes_closure(body, block, piece));
    flows.own_type.iter().collect()
}

/// The locals that a later transition than the one that brings them into scope gives another value.
fn given_again(body: &Body, analysis: &Analysis) -> BTreeSet<Local> {
    let mut found = BTreeSet::new();
    let mut held: HashMap<BlockId, BTreeSet<Local>> = HashMap::new();
    let mut changed = true;
    while std::mem::take(&mut changed) {
        for &block in &analysis.order {
            let mut crossed = held.get(&block).cloned().unwrap_or_default();
            for effects in body.blocks[block].pieces(body) {
                for local in effects.binds.iter().chain(&effects.declares) {
                    crossed.remove(local);
                }
                found.extend(effects.assigns.keys().filter(|local| crossed.contains(local)));
            }
            if let Some(suspension) = body.blocks[block].terminator.waits() {
                crossed.extend(&analysis.saved[suspension]);
            }
            for next in body.successors(block) {
                let before = held.entry(next).or_default();
                let count = before.len();
                before.extend(&crossed);
                changed |= before.len() > count;
            }
        }
    }
    found
}

/// Whether a piece of a block may make a closure that is not `Copy`: rustc knows that too late.
fn makes_closure(body: &Body, block: BlockId, piece: usize) -> bool {
    let data = &body.blocks[block];
    let reads = &data.pieces(body)[piece].reads;
    let mut captures = Captures { body, reads, found: false };
    match data.statements.get(piece) {
        Some(statement) => captures.visit_stmt(&statement.stmt),
        None => match &data.terminator {
            Terminator::If { cond, .. } => captures.visit_expr(cond),
            Terminator::Match { scrutinee, .. } => captures.visit_expr(scrutinee),
            Terminator::Exec { stmt, .. } => captures.visit_stmt(stmt),
            _ => {}
        },
    }
    captures.found
}

struct Captures<'b> {
    body: &'b Body,
    /// What the piece mentions.
    reads: &'b BTreeSet<Local>,
    found: bool,
}

impl Captures<'_> {
    /// Whether a name is that of a local that a closure may hold in a way that is not `Copy`.
    fn mentions_any(&self, tokens: TokenStream) -> bool {
        let is_copied = |decl: &LocalDecl| decl.plain && !decl.mutable && !decl.lends_mutably;
        tokens.into_iter().any(|token| match token {
            TokenTree::Group(group) => self.mentions_any(group.stream()),
            TokenTree::Ident(name) => {
                let mut reads = self.reads.iter().map(|local| &self.body.locals[*local]);
                reads.any(|decl| decl.ident == name && !is_copied(decl))
            }
            _ => false,
        })
    }
}

impl<'ast> Visit<'ast> for Captures<'_> {
    fn visit_expr_closure(&mut self, closure: &'ast ExprClosure) {
        // What an `async` closure gives is never `Copy`.
        self.found |= closure.asyncness.is_some() || self.mentions_any(closure.to_token_stream());
    }
    fn visit_expr(&mut self, expr: &'ast Expr) {
        self.found |= matches!(expr, Expr::Async(_) | Expr::Verbatim(_));
        visit::visit_expr(self, expr);
    }
    fn visit_stmt(&mut self, stmt: &'ast Stmt) {
        self.found |= matches!(stmt, Stmt::Item(_));
        visit::visit_stmt(self, stmt);
    }
    // A macro may make a closure.
    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        match Arguments::of(mac) {
            Some(mut arguments) => {
                let mut inner = Captures { found: false, ..*self };
                arguments.exprs_mut().for_each(|expr| inner.visit_expr(expr));
                self.found |= inner.found;
            }
            None => self.found = true,
        }
    }
}
