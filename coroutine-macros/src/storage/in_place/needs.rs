//! The locals that a block cannot leave where they lie.

use super::{At, MANY, Planner, Standing};
use crate::ir::{BlockId, Effects, Local, LocalSet, Terminator};
use crate::storage::segment::Segment;
use std::collections::BTreeSet;

impl Planner<'_> {
    /// Of the locals of the state that the transition starts from, those that have to be taken out for a block.
    pub(super) fn needs(
        &self,
        segment: &Segment,
        standing: &Standing<'_>,
        block: BlockId,
    ) -> BTreeSet<Local> {
        let body = self.body;
        let lies =
            |local: Local| standing.saved.contains(&local) && !segment.is_bound_above(block, local);
        let data = &body.blocks[block];
        let mut needs = BTreeSet::new();
        let behind = self.kept.behind_each(body, block);
        let is_last = !body.may_wait(block);
        for (effects, kept) in data.pieces(body).into_iter().zip(behind) {
            needs.extend(self.moved(effects, &kept, is_last));
        }
        for next in data.terminator.successors() {
            let taken = |local: &&Local| {
                !body.locals[**local].is_copy() && !self.kept.at_start(next).contains(**local)
            };
            needs.extend(body.blocks[next].taken.iter().filter(taken));
            // Dropped where its scope is left.
            let dropped = |local: &Local| {
                !body.locals[*local].plain
                    && self.facts.held[block].contains(*local)
                    && !body.is_within(body.blocks[next].scope, body.locals[*local].scope)
            };
            needs.extend(standing.saved.iter().copied().filter(dropped));
            if self.joins.contains(&next) {
                needs.extend(self.moved_to(At::Join(next), standing.at(), lies));
            }
        }
        if let Terminator::Suspend { .. } = data.terminator {
            needs.extend(self.moved_to(At::Wait(block), standing.at(), lies));
        }
        needs.retain(|local| lies(*local));
        needs
    }

    /// What a piece of code may move away, or has to have under its name. `kept` goes to the next state on every way.
    // Where nothing waits any more it costs nothing to take out what is only hoped to be `Copy`, and rustc says of a variable
    // that is used after a move what it says of any.
    fn moved(&self, effects: &Effects, kept: &LocalSet, is_last: bool) -> BTreeSet<Local> {
        let is_copy = |local: Local| {
            let decl = &self.body.locals[local];
            if is_last { decl.is_copy_by_itself() } else { decl.is_copy() }
        };
        let stays = |local: Local| {
            let given =
                effects.leaves_with.contains(&local) || effects.assigns.contains_key(&local);
            // If it is not `Copy` it is used after a move, which is for rustc to say of a variable.
            let lost = effects.values.contains(&local) && self.body.locals[local].moved;
            kept.contains(local) && !given && !lost && !self.refilled.contains(local)
        };
        let perhaps = effects.consumes.keys().chain(&effects.parts).copied();
        let mut moved: BTreeSet<Local> = perhaps
            .chain(effects.leaves_without.iter().copied())
            .filter(|local| !stays(*local))
            .collect();
        moved.extend(&effects.parting);
        moved.retain(|local| !is_copy(*local));
        moved.extend(&effects.opaque);
        moved
    }

    /// What goes from the state's place to another.
    fn moved_to(&self, to: At, from: At, lies: impl Fn(Local) -> bool) -> BTreeSet<Local> {
        let stored = &self.stored[&to];
        let payload = self.shape.payload(stored);
        // What comes into scope anew is written over what was there before, and dropped already.
        let stays = |local: &Local| lies(*local) || self.body.locals[*local].plain;
        if to == from && payload.iter().any(|local| lies(*local)) && payload.iter().all(stays) {
            return BTreeSet::new();
        }
        let is_many = payload.len() > MANY;
        payload.into_iter().filter(|local| is_many || !self.body.locals[*local].is_copy()).collect()
    }
}
