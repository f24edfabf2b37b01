//! Where a transition declares the locals that get their value later: `let x;`, and what a branch or loop evaluates to.
//!
//! The declaration that the user wrote serves what it dominates. What is reached without passing it in this
//! transition, since it was passed before a `recv!()`, needs another: in front of all that mentions the local, as far in as
//! possible, so that each time around a loop has its own.

use super::segment::{Facts, Segment};
use crate::ir::{BlockId, Body, Effects, Local};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The declarations of one segment.
#[derive(Default)]
pub(super) struct Declarations {
    /// The user's own that serve something here.
    serving: HashSet<(BlockId, Local)>,
    /// Where each local comes into scope.
    own: BTreeMap<Local, BTreeSet<BlockId>>,
    /// Those to add in front of a block.
    added: HashMap<BlockId, Vec<Local>>,
}

impl Declarations {
    /// `stored` are the locals that go to the next state at the end of a block.
    pub(super) fn new(
        body: &Body,
        segment: &Segment,
        facts: &Facts,
        stored: impl Fn(BlockId) -> Vec<Local>,
    ) -> Self {
        let mut found = Declarations::default();
        let mut named: BTreeMap<Local, Vec<BlockId>> = BTreeMap::new();
        let given: BTreeSet<Local> = segment
            .blocks()
            .iter()
            .flat_map(|block| body.blocks[*block].pieces(body))
            .flat_map(|effects| effects.assigns.keys().chain(&effects.leaves_with).copied())
            .collect();
        for &block in segment.blocks() {
            if segment.is_end(block) {
                for local in facts.carried[block].iter() {
                    named.entry(local).or_default().push(block);
                }
                continue;
            }
            let pieces = || body.blocks[block].pieces(body).into_iter();
            let bound = pieces().flat_map(|effects| effects.binds.iter().chain(&effects.declares));
            for local in bound.filter(|local| !segment.is_rebound(**local)) {
                found.own.entry(*local).or_default().insert(block);
            }
            // What is still to be dropped is there, too.
            let held = facts.carried[block]
                .iter()
                .filter(|local| !body.locals[*local].plain && given.contains(local));
            let here: BTreeSet<Local> =
                pieces().flat_map(Effects::mentions).chain(stored(block)).chain(held).collect();
            for local in here {
                named.entry(local).or_default().push(block);
            }
        }
        for (local, blocks) in named.into_iter().filter(|(local, _)| !segment.is_rebound(*local)) {
            // The nearest block in front of all that no declaration of the user's serves.
            let mut front: Option<BlockId> = None;
            let mut unserved = Vec::new();
            for block in blocks {
                if let Some(declaring) = found.bound_above(segment, block, local) {
                    found.serving.insert((declaring, local));
                    continue;
                }
                unserved.push(block);
                let nearest = front.map_or(block, |front| segment.common_dominator(front, block));
                front = Some(nearest);
            }
            let Some(front) = front else { continue };
            let front =
                unserved.into_iter().fold(front, |front, below| segment.in_front_of(front, below));
            let fresh =
                segment.dominating(front).find(|block| !facts.carried[*block].contains(local));
            // What is newer, and restored or bound before, is dropped before it: then it stands in front of all that is in its scope.
            let newer = |other: Local| {
                body.locals[other].rank > body.locals[local].rank && !body.locals[other].plain
            };
            let bound = || {
                let above =
                    segment.dominating(front).flat_map(|block| body.blocks[block].pieces(body));
                above.flat_map(|effects| effects.binds.clone())
            };
            let drops_before = !body.locals[local].plain
                && (facts.carried[segment.root].iter().any(newer) || bound().any(newer));
            let in_scope = |block: &BlockId| {
                body.is_within(body.blocks[*block].scope, body.locals[local].scope)
            };
            let fresh = fresh.map(|block| {
                let outermost = segment.dominating(block).take_while(in_scope).last();
                outermost.filter(|_| drops_before).unwrap_or(block)
            });
            if let Some(block) = fresh {
                found.added.entry(block).or_default().push(local);
            }
        }
        found
    }

    fn bound_above(&self, segment: &Segment, block: BlockId, local: Local) -> Option<BlockId> {
        let own = self.own.get(&local)?;
        segment.dominating(block).find(|above| own.contains(above))
    }

    pub(super) fn is_bound_above(&self, segment: &Segment, block: BlockId, local: Local) -> bool {
        self.bound_above(segment, block, local).is_some()
    }

    pub(super) fn added(&self, block: BlockId) -> &[Local] {
        self.added.get(&block).map_or(&[], Vec::as_slice)
    }

    pub(super) fn serves(&self, block: BlockId, local: Local) -> bool {
        self.serving.contains(&(block, local))
    }
}
