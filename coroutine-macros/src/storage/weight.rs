//! How much code a block is, and whether it may be printed more than once.

use super::flows::Flows;
use super::own_type::tokens;
use super::segment::Facts;
use crate::ir::{BlockId, Body, LocalSet, Terminator};
use std::collections::{BTreeSet, HashMap};

/// How much code each block is.
pub(super) struct Weights {
    weights: HashMap<BlockId, Weight>,
    flows: Flows,
}

struct Weight {
    tokens: usize,
    makes_type: bool,
}

impl Weights {
    pub(super) fn new(body: &Body, order: &[BlockId]) -> Self {
        let pieces: HashMap<BlockId, Vec<Option<usize>>> =
            order.iter().map(|&block| (block, pieces(body, block))).collect();
        let flows = Flows::new(body, order, |block, piece| pieces[&block][piece].is_none());
        let weight = |pieces: Vec<Option<usize>>| Weight {
            tokens: pieces.iter().flatten().sum(),
            makes_type: pieces.iter().any(Option::is_none),
        };
        let weights = pieces.into_iter().map(|(block, pieces)| (block, weight(pieces))).collect();
        Weights { weights, flows }
    }

    /// The locals whose type may be one that each printing makes anew.
    pub(super) fn own_types(self) -> LocalSet {
        self.flows.own_type
    }

    /// Whether something that may borrow from an input is among these.
    pub(super) fn lends(&self, carried: &LocalSet) -> bool {
        carried.iter().any(|local| self.flows.lent.contains(local))
    }

    /// Whether code may be printed more than once: no type that it makes is that of something stored.
    pub(super) fn may_repeat(
        &self,
        body: &Body,
        facts: &Facts,
        blocks: &[BlockId],
        joins: &BTreeSet<BlockId>,
    ) -> bool {
        let makes_type =
            |block: &BlockId| self.weights.get(block).is_none_or(|weight| weight.makes_type);
        let own = |set: &LocalSet| set.iter().any(|local| self.flows.own_type.contains(local));
        let stores = |block: &BlockId| {
            let terminator = &body.blocks[*block].terminator;
            let waits = terminator.waits().is_some() && own(&facts.saved[*block]);
            let mut next = terminator.successors().into_iter();
            waits || next.any(|next| joins.contains(&next) && own(&facts.carried[next]))
        };
        !blocks.iter().any(makes_type) || !blocks.iter().any(stores)
    }

    /// Whether all the code from `block` to the next suspensions, returns or joins may be repeated, and is not too long.
    pub(super) fn is_short(
        &self,
        body: &Body,
        facts: &Facts,
        block: BlockId,
        joins: &BTreeSet<BlockId>,
        limit: usize,
    ) -> bool {
        let mut total = 0;
        let mut seen = BTreeSet::new();
        let mut todo = vec![block];
        while let Some(next) = todo.pop() {
            if (next != block && joins.contains(&next)) || !seen.insert(next) {
                continue;
            }
            let Some(weight) = self.weights.get(&next) else { return false };
            total += weight.tokens;
            if total > limit {
                return false;
            }
            todo.extend(body.blocks[next].terminator.successors());
        }
        let blocks: Vec<BlockId> = seen.into_iter().collect();
        self.may_repeat(body, facts, &blocks, joins)
    }
}

/// The tokens of each piece of a block; `None` if it makes a type.
fn pieces(body: &Body, block: BlockId) -> Vec<Option<usize>> {
    let data = &body.blocks[block];
    let statements = data.statements.iter().map(|statement| tokens(&statement.stmt));
    statements.chain([terminator(body, &data.terminator)]).collect()
}

fn terminator(body: &Body, terminator: &Terminator) -> Option<usize> {
    Some(match terminator {
        Terminator::Unreachable | Terminator::Goto(_) => 0,
        Terminator::Suspend { suspension, .. } | Terminator::Receive { suspension, .. } => {
            let reply = body.suspensions[*suspension].reply.as_ref();
            1 + reply.map_or(Some(0), |reply| tokens(reply))?
        }
        Terminator::Return { value, .. } => {
            1 + value.as_ref().map_or(Some(0), |value| tokens(value))?
        }
        Terminator::If { cond, .. } => tokens(cond)?,
        Terminator::Exec { stmt, .. } => tokens(stmt)?,
        Terminator::Match { scrutinee, arms, .. } => arms
            .iter()
            .try_fold(tokens(scrutinee)?, |total, arm| Some(total + tokens(&arm.pat)?))?,
    })
}
