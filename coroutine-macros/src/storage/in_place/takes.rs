//! Where a transition takes its state out: as far in as possible, so that the ways that need it pay for it alone.

use super::{MANY, Plan, Planner, Standing, Taken};
use crate::ir::{BlockId, Body, Local, Terminator};
use crate::storage::partition::SHORT;
use crate::storage::segment::Segment;
use crate::storage::verify::Walk;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

impl Planner<'_> {
    pub(super) fn takes(&self, segment: &Rc<Segment>, standing: &Standing<'_>) -> Plan {
        let needs: BTreeMap<BlockId, BTreeSet<Local>> = segment
            .blocks()
            .iter()
            .map(|&block| (block, self.needs(segment, standing, block)))
            .filter(|(_, needs)| !needs.is_empty())
            .collect();
        if self.drops_older(segment, standing) {
            return Plan::at_root(Taken::Whole);
        }
        let how = |region: &[BlockId]| {
            let needed = region.iter().filter_map(|block| needs.get(block)).flatten();
            needed.map(|local| self.taken_with(*local)).max().unwrap_or(Taken::Nothing)
        };
        let mut takes: BTreeMap<BlockId, Taken> = BTreeMap::new();
        for &block in needs.keys() {
            let at = self.settle(segment, standing, block);
            takes.insert(at, how(&self.region(segment, at)));
        }
        let above = |block: BlockId| {
            segment.dominating(block).skip(1).any(|above| takes.contains_key(&above))
        };
        let takes: BTreeMap<BlockId, Taken> = takes
            .iter()
            .filter(|(block, _)| !above(**block))
            .map(|(block, how)| (*block, *how))
            .collect();
        if let Some(&taken) = takes.get(&standing.root) {
            return Plan::at_root(taken);
        }
        let is_whole = takes.values().all(|taken| *taken == Taken::Whole);
        if self.stored.len() > MANY && is_whole && self.covers(segment, &takes) {
            return Plan::at_root(Taken::Whole);
        }
        if takes.is_empty() || self.prints(segment, &takes) {
            return Plan { at_root: Taken::Nothing, takes };
        }
        Plan::at_root(takes.values().copied().max().unwrap_or(Taken::Nothing))
    }

    /// Whether every way through the transition comes to one of these blocks.
    fn covers(&self, segment: &Segment, takes: &BTreeMap<BlockId, Taken>) -> bool {
        let mut seen = BTreeSet::new();
        let mut todo = vec![segment.root];
        while let Some(block) = todo.pop() {
            if takes.contains_key(&block) || !seen.insert(block) {
                continue;
            }
            let next = self.body.blocks[block].terminator.successors();
            let leaves =
                |next: &BlockId| self.joins.contains(next) || !segment.blocks().contains(next);
            if next.is_empty() || next.iter().any(leaves) {
                return false;
            }
            todo.extend(next);
        }
        true
    }

    /// What has to be taken out to have one local.
    fn taken_with(&self, local: Local) -> Taken {
        let common = !self.shape.is_nested() || self.shape.is_common(local);
        if common { Taken::Whole } else { Taken::Payload }
    }

    /// The blocks from `block` to the next suspension.
    fn region(&self, segment: &Segment, block: BlockId) -> Vec<BlockId> {
        let inside = |block: BlockId| -> Vec<BlockId> {
            let next = self.body.blocks[block].terminator.successors();
            next.into_iter().filter(|next| segment.blocks().contains(next)).collect()
        };
        self.body.reverse_postorder([block], inside)
    }

    /// The block nearest to `block`, in front of it, where what it needs can be taken out.
    fn settle(&self, segment: &Segment, standing: &Standing<'_>, block: BlockId) -> BlockId {
        let body = self.body;
        let can_take = |block: BlockId| {
            let foreign = |local: &Local| {
                let lies = standing.saved.contains(local) && !segment.is_bound_above(block, *local);
                !lies && !body.locals[*local].plain
            };
            if self.only_stores(block) {
                return true;
            }
            // What came into scope since would be dropped in another order.
            if self.facts.carried[block].iter().any(|local| foreign(&local)) {
                return false;
            }
            // What is held by a statement that is jumped out of is dropped before.
            let jumped_to = segment.blocks().iter().any(|from| body.is_apart(*from, block));
            let region = self.region(segment, block);
            let closed = region.iter().all(|inner| segment.dominates(block, *inner));
            let may_repeat = self.code.weights.is_short(body, self.facts, block, self.joins, SHORT);
            !jumped_to && (closed || may_repeat)
        };
        let found = segment.dominating(block).find(|above| can_take(*above));
        found.unwrap_or(standing.root)
    }

    /// Whether nothing but the next state is behind a block.
    fn only_stores(&self, block: BlockId) -> bool {
        let mut at = block;
        // As many steps as there are blocks: an empty loop goes on for ever.
        for _ in 0..self.body.blocks.len() {
            let data = &self.body.blocks[at];
            match data.terminator {
                _ if !data.statements.is_empty() => return false,
                Terminator::Goto(next) if !self.stays_in_scope(at, next) => return false,
                Terminator::Goto(next) if self.joins.contains(&next) => return true,
                Terminator::Goto(next) => at = next,
                Terminator::Suspend { suspension, .. } => {
                    return self.body.suspensions[suspension].reply.is_none();
                }
                _ => return false,
            }
        }
        false
    }

    fn stays_in_scope(&self, from: BlockId, to: BlockId) -> bool {
        self.body.is_within(self.body.blocks[to].scope, self.body.blocks[from].scope)
    }

    /// Whether the parts before and behind can be printed, each by itself.
    fn prints(&self, whole: &Rc<Segment>, takes: &BTreeMap<BlockId, Taken>) -> bool {
        let partition = self.code.partition;
        let printable = |body: &Body, segment: &Segment| {
            segment.irreducible().is_none()
                && segment.two_bindings(body, self.facts).is_none()
                && Walk::missing(body, segment).is_none()
        };
        let root = whole.root;
        let borrows =
            (self.code.borrows)(root) || takes.keys().any(|block| (self.code.borrows)(*block));
        !borrows
            && printable(self.body, &partition.part(self.body, whole, takes.keys()))
            && takes
                .keys()
                .all(|block| printable(self.body, &partition.behind(self.body, whole, *block)))
    }

    /// Whether something comes into scope that is older than what lies there, and dropped behind it.
    fn drops_older(&self, segment: &Segment, standing: &Standing<'_>) -> bool {
        let body = self.body;
        let may_drop = |local: &Local| !body.locals[*local].plain;
        let rank = |local: Local| body.locals[local].rank;
        let lying = standing.saved.iter().copied().filter(may_drop).map(rank).max();
        let given =
            segment.blocks().iter().flat_map(|block| body.blocks[*block].pieces(body)).flat_map(
                |effects| {
                    effects.binds.iter().chain(effects.assigns.keys()).chain(&effects.leaves_with)
                },
            );
        let foreign = |local: &Local| may_drop(local) && !standing.saved.contains(local);
        lying.is_some_and(|lying| given.copied().filter(foreign).any(|local| rank(local) < lying))
    }
}
