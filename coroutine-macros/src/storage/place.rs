//! Where each block of a segment stands.

use super::segment::{Facts, Segment, is_leaf};
use crate::ir::{BlockId, Body, Effects, Local, Terminator};
use std::collections::{BTreeSet, HashMap};

impl Segment {
    /// The locals that are in scope where the segment starts, and have a value there or are named.
    pub(super) fn find_locals_of_root(&mut self, body: &Body, facts: &Facts) {
        let scope = body.blocks[self.root].scope;
        let blocks = self.order.iter().flat_map(|block| body.blocks[*block].pieces(body));
        let named = blocks.flat_map(|effects| effects.mentions().chain(effects.binds.clone()));
        // A loop that is entered in its middle binds itself what it binds, each time around.
        let enters_loop = matches!(body.blocks[self.root].terminator, Terminator::Receive { .. });
        let bound: BTreeSet<Local> = self
            .order
            .iter()
            .flat_map(|block| body.blocks[*block].pieces(body))
            .flat_map(|effects| effects.binds.iter().copied())
            .collect();
        let named = named.filter(|local| !enters_loop || !bound.contains(local));
        let all: BTreeSet<Local> = facts.carried[self.root].iter().chain(named).collect();
        let in_scope = |local: &Local| body.is_within(scope, body.locals[*local].scope);
        self.at_root = all.into_iter().filter(in_scope).collect();
    }

    pub(super) fn place(
        &mut self,
        body: &Body,
        facts: &Facts,
        predecessors: &HashMap<BlockId, Vec<BlockId>>,
    ) {
        // In source order, so that what stands behind the same block stands in source order too.
        for target in self.order.clone() {
            if target == self.root || is_leaf(body, target) {
                continue;
            }
            let forward = predecessors[&target]
                .iter()
                .filter(|pred| self.position[pred] < self.position[&target])
                .count();
            let place = self
                .forced_out(body, target, |local| {
                    // What another arm of the branch binds is not bound on the way here.
                    let binds = |pred: BlockId| {
                        let effects = body.blocks[pred].terminator.effects();
                        effects.is_some_and(|effects| effects.binds.contains(&local))
                    };
                    // A jump back drops what came into scope behind its target.
                    let held = |pred: BlockId| {
                        let forward = self.position[&pred] < self.position[&target];
                        forward && facts.held[pred].contains(local) && !binds(pred)
                    };
                    predecessors[&target].iter().any(|pred| held(*pred))
                })
                .or_else(|| {
                    let held = |pred: &BlockId| body.is_apart(*pred, target);
                    let behind = forward > 1
                        || predecessors[&target].iter().any(held)
                        || self.is_ahead_of_types(body, target);
                    behind.then(|| (self.idom[&target], false))
                });
            if let Some(place) = place {
                let (anchor, outside) = self.around_jumps(target, place, &predecessors[&target]);
                self.placed.insert(target);
                let places = if outside { &mut self.outside } else { &mut self.inside };
                places.entry(anchor).or_default().push(target);
                self.anchors.insert(target, (anchor, outside));
            }
        }
        let mut outside = std::mem::take(&mut self.outside);
        for targets in outside.values_mut() {
            self.innermost_first(body, targets);
        }
        self.outside = outside;
    }

    /// Whether what a loop is left for uses a local whose type what comes around in the loop has to settle: `let mut found = vec![];`,
    /// pushed to in a loop, looked at behind it. Behind the loop it stands in the source, and so it has to here.
    fn is_ahead_of_types(&self, body: &Body, target: BlockId) -> bool {
        if !body.locals.iter().any(|(_, local)| local.open_type) {
            return false;
        }
        let Some(&branch) = self.idom.get(&target) else { return false };
        let pieces = |within: bool| {
            let blocks = self.order.iter().copied();
            let blocks = blocks.filter(move |block| {
                self.dominates(branch, *block) && self.dominates(target, *block) == within
            });
            blocks.flat_map(|block| body.blocks[block].pieces(body))
        };
        // Passed on as a value, it has the type of what it is passed to.
        let looked_at = |effects: &'_ Effects| {
            let mentioned = effects.mentions().filter(|local| !effects.values.contains(local));
            mentioned.filter(|local| body.locals[*local].open_type).collect::<Vec<_>>()
        };
        let wanted: BTreeSet<Local> = pieces(true).flat_map(looked_at).collect();
        if wanted.is_empty()
            || !pieces(false).flat_map(Effects::mentions).any(|local| wanted.contains(&local))
        {
            return false;
        }
        // It does not come back to the branch, which the other ways do, over a `recv!()`.
        let comes_around = |from: BlockId| {
            body.reverse_postorder([from], |block| body.successors(block)).contains(&branch)
        };
        let mut others = body.blocks[branch].terminator.successors().into_iter();
        !comes_around(target) && others.any(|other| other != target && comes_around(other))
    }

    /// The labelled block that ends before `target` has to be around all jumps to it, also around those from code that was
    /// itself placed further out.
    fn around_jumps(
        &self,
        target: BlockId,
        place: (BlockId, bool),
        predecessors: &[BlockId],
    ) -> (BlockId, bool) {
        let mut place = place;
        for &pred in predecessors {
            for above in self.dominating(pred) {
                if let Some(&(anchor, outside)) = self.anchors.get(&above)
                    && !self.dominates(above, target)
                {
                    let same = anchor == place.0;
                    if (same && outside && !place.1) || (!same && self.dominates(anchor, place.0)) {
                        place = (anchor, outside);
                    }
                }
            }
        }
        place
    }

    /// What still sees a local stands further in than what does not, so that the local can be dropped between them. Source
    /// order has it so, but for the head of a loop around the root.
    fn innermost_first(&self, body: &Body, targets: &mut [BlockId]) {
        let scope = |block: BlockId| body.blocks[block].scope;
        let mut settled = false;
        while !settled {
            settled = true;
            for at in 1..targets.len() {
                let (before, behind) = (targets[at - 1], targets[at]);
                let further_in =
                    scope(before) != scope(behind) && body.is_within(scope(behind), scope(before));
                if further_in && !self.leads_to(body, before, behind) {
                    targets.swap(at - 1, at);
                    settled = false;
                }
            }
        }
    }

    fn leads_to(&self, body: &Body, from: BlockId, to: BlockId) -> bool {
        let inside = |block: BlockId| {
            let next = body.blocks[block].terminator.successors();
            next.into_iter()
                .filter(|next| *next != self.root && self.position.contains_key(next))
                .collect()
        };
        body.reverse_postorder([from], inside).contains(&to)
    }

    /// The outermost block that `target` must not be nested in: a loop that it is not part of, or one with a local that
    /// has to be dropped before. `true` if the whole of the block is meant, `false` if its branches.
    fn forced_out(
        &self,
        body: &Body,
        target: BlockId,
        held: impl Fn(Local) -> bool,
    ) -> Option<(BlockId, bool)> {
        let scope = body.blocks[target].scope;
        let gone = |local: &Local| {
            !body.is_within(scope, body.locals[*local].scope)
                && !body.locals[*local].plain
                && held(*local)
        };
        let mut forced = None;
        let mut at = *self.idom.get(&target)?;
        loop {
            // Behind the loop, rather than a part of its body that does not come around again.
            let behind = body.is_within(body.blocks[at].scope, scope);
            let leaves_loop =
                behind && self.members.get(&at).is_some_and(|members| !members.contains(&target));
            if leaves_loop || self.declares(body, at).iter().any(gone) {
                forced = Some((at, true));
            }
            let (up, by_branch, passes_root) = self.around(at);
            if passes_root && self.declares(body, self.root).iter().any(gone) {
                forced = Some((self.root, true));
            }
            let Some(up) = up else { return forced };
            if by_branch
                && body.blocks[up]
                    .terminator
                    .effects()
                    .is_some_and(|effects| effects.binds.iter().any(gone))
            {
                // What a `let … else` binds, what follows it stands beside; that of an arm is gone behind the arm.
                let beside = matches!(body.blocks[up].terminator, Terminator::Exec { .. });
                forced = Some((up, beside));
            }
            at = up;
        }
    }

    /// The block that the code of another stands in; whether a branch of it leads there; and whether it stands behind the root.
    fn around(&self, block: BlockId) -> (Option<BlockId>, bool, bool) {
        let mut at = block;
        let mut passes_root = false;
        loop {
            match self.anchors.get(&at) {
                Some(&(anchor, true)) => {
                    passes_root |= anchor == self.root;
                    at = anchor;
                }
                Some(&(anchor, false)) => return (Some(anchor), false, passes_root),
                None => return (self.idom.get(&at).copied(), true, passes_root),
            }
        }
    }

    /// The locals that come into scope in the statements of a block; at the root, also those that are in scope there.
    fn declares(&self, body: &Body, block: BlockId) -> Vec<Local> {
        let mut locals: Vec<Local> = Vec::new();
        for statement in &body.blocks[block].statements {
            locals.extend(statement.effects.binds.iter().chain(&statement.effects.declares));
        }
        if block == self.root {
            locals.extend(&self.at_root);
        }
        locals
    }
}
