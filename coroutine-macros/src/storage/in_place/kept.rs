//! Which locals go to the next state on every way: rustc then makes sure that nothing of them is moved away before.

use super::At;
use crate::ir::{BlockId, Body, Effects, IndexVec, Local, LocalSet, Terminator};
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Kept {
    at_start: IndexVec<BlockId, LocalSet>,
    /// What each state holds.
    stored: BTreeMap<At, LocalSet>,
    joins: BTreeSet<BlockId>,
    all: LocalSet,
}

impl Kept {
    pub(super) fn compute(
        body: &Body,
        order: &[BlockId],
        joins: &BTreeSet<BlockId>,
        stored: &BTreeMap<At, Vec<Local>>,
    ) -> Self {
        let all = LocalSet::all(&body.locals);
        let set = |locals: &Vec<Local>| {
            let mut set = LocalSet::empty(&body.locals);
            set.extend(locals.iter().copied());
            set
        };
        let mut kept = Kept {
            at_start: IndexVec::filled(body.blocks.len(), all.clone()),
            stored: stored.iter().map(|(at, locals)| (*at, set(locals))).collect(),
            joins: joins.clone(),
            all,
        };
        loop {
            let mut changed = false;
            for &block in order.iter().rev() {
                let mut live = kept.behind(body, block);
                for effects in body.blocks[block].pieces(body).into_iter().rev() {
                    before(&mut live, effects);
                }
                changed |= live != kept.at_start[block];
                kept.at_start[block] = live;
            }
            if !changed {
                return kept;
            }
        }
    }

    /// At the start of a block.
    pub(super) fn at_start(&self, block: BlockId) -> &LocalSet {
        if self.joins.contains(&block) {
            &self.stored[&At::Join(block)]
        } else {
            &self.at_start[block]
        }
    }

    fn behind(&self, body: &Body, block: BlockId) -> LocalSet {
        match &body.blocks[block].terminator {
            Terminator::Suspend { .. } => {
                self.stored.get(&At::Wait(block)).unwrap_or(&self.all).clone()
            }
            Terminator::Return { .. } => LocalSet::empty(&body.locals),
            terminator => {
                let mut all = self.all.clone();
                for next in terminator.successors() {
                    all.intersect(self.at_start(next));
                }
                all
            }
        }
    }

    /// Right behind each piece of a block.
    pub(super) fn behind_each(&self, body: &Body, block: BlockId) -> Vec<LocalSet> {
        let mut live = self.behind(body, block);
        let mut behind = Vec::new();
        for effects in body.blocks[block].pieces(body).into_iter().rev() {
            behind.push(live.clone());
            before(&mut live, effects);
        }
        behind.reverse();
        behind
    }
}

/// A local that gets another value may have lost the last.
fn before(live: &mut LocalSet, effects: &Effects) {
    let given = effects.assigns.keys().chain(&effects.leaves_with);
    for local in effects.binds.iter().chain(&effects.declares).chain(given) {
        live.remove(*local);
    }
}
