//! A transition in parts: from where it starts, and from each block on where more of the state is taken out.

use super::flow::{Code, Flow, Position};
use super::state::Own;
use super::transition::Transition;
use crate::ir::{BlockId, Effects, Local};
use crate::storage::Taken;
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};

/// What a piece of a transition starts with.
pub(super) struct Footing<'e> {
    pub(super) transition: Transition,
    pub(super) own: Own<'e>,
    pub(super) taken: Taken,
    pub(super) takes: &'e BTreeMap<BlockId, Taken>,
    /// Of what has been taken out, what is in scope and still what it was.
    pub(super) restored: Vec<Local>,
    /// It starts where the transition does.
    pub(super) is_first: bool,
    /// A loop of the expansion is around the piece.
    pub(super) in_loop: bool,
}

impl Flow<'_, '_> {
    /// The locals that the code mentions, or stores, and that do not come into scope in it.
    pub(super) fn names(&self) -> BTreeSet<Local> {
        let (emitter, body) = (self.emitter, self.emitter.body);
        let mut named: BTreeSet<Local> =
            self.borrowed.iter().flat_map(|local| emitter.needed_for(*local)).collect();
        for &block in self.segment.blocks().iter().filter(|block| !self.segment.is_end(**block)) {
            let data = &body.blocks[block];
            let mut here: BTreeSet<Local> =
                data.pieces(body).into_iter().flat_map(Effects::mentions).collect();
            let bound = data.pieces(body).into_iter().flat_map(|effects| &effects.binds);
            here.extend(bound.filter(|local| self.segment.is_rebound(**local)));
            if let Some(suspension) = data.terminator.waits() {
                let state = &body.suspensions[suspension].state;
                here.extend(self.put(block, state, emitter.saved(suspension)));
            }
            for next in data.terminator.successors() {
                let join = emitter.layout.join(next);
                here.extend(
                    join.into_iter().flat_map(|join| self.put(block, &join.state, &join.saved)),
                );
            }
            let bound = |local: &Local| self.segment.is_bound_above(block, *local);
            named.extend(here.into_iter().filter(|local| !bound(local)));
        }
        // What lies beside the place to wait stays there where that is taken out.
        let in_payload = self.takes.iter().filter(|(_, taken)| **taken == Taken::Payload);
        for (&block, _) in in_payload {
            let region = emitter.layout.partition.behind(body, self.segment, block);
            let pieces = region.blocks().iter().flat_map(|block| body.blocks[*block].pieces(body));
            let here = pieces.flat_map(|effects| {
                let rebound = effects.binds.iter().filter(|local| self.segment.is_rebound(**local));
                effects.mentions().chain(rebound.copied()).collect::<Vec<_>>()
            });
            named.extend(here.filter(|local| emitter.layout.shape.is_common(*local)));
        }
        named
    }

    /// From `target` on, what lies in the state is a variable.
    pub(super) fn taken_out(&self, target: BlockId, taken: Taken, at: Position) -> Code {
        let (body, layout) = (self.emitter.body, &self.emitter.layout);
        let all = layout.partition.segment(body, self.segment.root);
        let is_there = |local: &Local| {
            let common = taken == Taken::Payload && layout.shape.is_common(*local);
            let scope = body.blocks[target].scope;
            let in_scope = body.is_within(scope, body.locals[*local].scope)
                && !all.is_bound_above(target, *local);
            // What is given its value anew by an assignment is there although it is not in scope.
            !common && (in_scope || self.segment.is_rebound(*local))
        };
        let restored: Vec<Local> = self.own.saved.iter().copied().filter(is_there).collect();
        let (segment, no_more) =
            (layout.partition.behind(body, self.segment, target), BTreeMap::new());
        let footing = Footing {
            transition: self.transition,
            own: self.own,
            taken,
            takes: &no_more,
            restored: restored.clone(),
            is_first: false,
            in_loop: self.in_loop(),
        };
        let flow = Flow::new(self.emitter, &segment, footing);
        let take = self.emitter.take(self.own, &restored, &flow.named, taken);
        let code = flow.code(at.tail);
        Code { tokens: quote!(#take #code), falls: false }
    }
}
