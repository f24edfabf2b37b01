//! What a transition changes where it lies, and from where on it takes the locals of its state out, as variables of its own.
//!
//! A local that stays where it is costs nothing. It has to be taken out where its value may be moved away, where it goes to
//! another state, and where it is dropped before the machine waits again. What is taken out stays out to the next `recv!()`.
//! Nothing is left in place that is not seen to stay: when in doubt, it is taken out.

mod kept;
mod needs;
mod takes;

use super::Partition;
use super::segment::Facts;
use super::shape::Shape;
use super::weight::Weights;
use crate::ir::{BlockId, Body, Local, LocalSet};
use kept::Kept;
use std::collections::{BTreeMap, BTreeSet};

/// So many locals, or states, rustc looks at each by itself. Its borrow check does so for each copy out of a state: more are taken out
/// together. And its check of the patterns looks at all states for each `let … else`: more of them have one `match`.
pub(crate) const MANY: usize = 12;

/// What has been taken out of a state.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Taken {
    /// All lies where it lay.
    Nothing,
    /// What is stored with the place to wait.
    Payload,
    /// The machine is finished until it waits again.
    Whole,
}

/// How one transition treats its state.
#[derive(Clone)]
pub(crate) struct Plan {
    /// What it takes out where it starts.
    pub(crate) at_root: Taken,
    /// What it takes out where it comes to one of these blocks.
    pub(crate) takes: BTreeMap<BlockId, Taken>,
}

impl Plan {
    pub(super) fn at_root(taken: Taken) -> Self {
        Plan { at_root: taken, takes: BTreeMap::new() }
    }
}

/// One of the states.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum At {
    /// Waits at the end of a block.
    Wait(BlockId),
    /// Goes on at once with a block.
    Join(BlockId),
}

/// Where a machine may stand: a `recv!()` that resumes at `root`, or a join.
pub(super) struct Standing<'l> {
    pub(super) root: BlockId,
    /// The block that ends in the suspension.
    pub(super) waits: Option<BlockId>,
    pub(super) saved: &'l [Local],
}

impl Standing<'_> {
    pub(super) fn at(&self) -> At {
        self.waits.map_or(At::Join(self.root), At::Wait)
    }
}

/// The code that the transitions are made of.
pub(super) struct Code<'p> {
    pub(super) body: &'p Body,
    pub(super) order: &'p [BlockId],
    pub(super) partition: &'p Partition,
    pub(super) weights: &'p Weights,
    /// Whether a block starts with borrows to take again.
    pub(super) borrows: &'p dyn Fn(BlockId) -> bool,
}

/// Makes the plans.
pub(super) struct Planner<'p> {
    body: &'p Body,
    code: Code<'p>,
    facts: &'p Facts,
    joins: &'p BTreeSet<BlockId>,
    shape: &'p Shape,
    /// What each state holds.
    stored: BTreeMap<At, Vec<Local>>,
    kept: Kept,
    /// The locals of which parts are given another value somewhere: these may have been moved out, and the whole kept all the same.
    refilled: LocalSet,
}

impl<'p> Planner<'p> {
    pub(super) fn new(code: Code<'p>, shape: &'p Shape, standing: &[Standing<'_>]) -> Self {
        let stored: BTreeMap<At, Vec<Local>> =
            standing.iter().map(|standing| (standing.at(), standing.saved.to_vec())).collect();
        let (facts, joins) = (&code.partition.facts, &code.partition.joins);
        let kept = Kept::compute(code.body, code.order, joins, &stored);
        let mut refilled = LocalSet::empty(&code.body.locals);
        for &block in code.order {
            for effects in code.body.blocks[block].pieces(code.body) {
                refilled.extend(effects.refilled.iter().copied());
            }
        }
        Planner { body: code.body, facts, joins, shape, stored, kept, refilled, code }
    }

    pub(super) fn plan(&self, standing: &Standing<'_>) -> Plan {
        let segment = self.code.partition.segment(self.body, standing.root);
        self.takes(&segment, standing)
    }
}
