//! Which locals are used later.

use crate::ir::{
    BlockId, Body, Certainty, Effects, IndexVec, Local, LocalSet, Suspension, Terminator,
};
use std::collections::HashMap;

/// The locals that are live at the start of each block.
pub(crate) struct Liveness {
    at_start: IndexVec<BlockId, LocalSet>,
    extra: IndexVec<Suspension, LocalSet>,
}

impl Liveness {
    /// `extra` is what a suspension uses besides its successor: what its close handlers read.
    pub(crate) fn compute<L: IntoIterator<Item = crate::ir::Local>>(
        body: &Body,
        order: &[BlockId],
        extra: impl Fn(Suspension) -> L,
    ) -> Self {
        Liveness::with_joins(body, order, extra, &HashMap::new())
    }

    /// `joins` are blocks that use some locals before all else: states of their own, which are stored there.
    pub(crate) fn with_joins<L: IntoIterator<Item = crate::ir::Local>>(
        body: &Body,
        order: &[BlockId],
        extra: impl Fn(Suspension) -> L,
        joins: &HashMap<BlockId, Vec<Local>>,
    ) -> Self {
        let empty = LocalSet::empty(&body.locals);
        let mut liveness = Liveness {
            at_start: IndexVec::filled(body.blocks.len(), empty.clone()),
            extra: IndexVec::filled(body.suspensions.len(), empty),
        };
        for (block, stored) in joins {
            liveness.at_start[*block].extend(stored.iter().copied());
        }
        for suspension in body.suspensions.indices() {
            liveness.extra[suspension].extend(extra(suspension));
        }
        loop {
            let mut changed = false;
            for &block in order.iter().rev() {
                let mut live = liveness.before_terminator(body, block);
                for statement in body.blocks[block].statements.iter().rev() {
                    before(&mut live, &statement.effects);
                }
                changed |= liveness.at_start[block].union(&live);
            }
            if !changed {
                return liveness;
            }
        }
    }

    pub(crate) fn at_start(&self, block: BlockId) -> &LocalSet {
        &self.at_start[block]
    }

    /// What is live while a suspension waits.
    pub(crate) fn at(&self, body: &Body, suspension: Suspension) -> LocalSet {
        let mut live = self.at_start[body.suspensions[suspension].resume].clone();
        live.union(&self.extra[suspension]);
        live
    }

    fn before_terminator(&self, body: &Body, block: BlockId) -> LocalSet {
        let mut live = self.behind(body, block);
        match &body.blocks[block].terminator {
            Terminator::If { effects, .. }
            | Terminator::Match { effects, .. }
            | Terminator::Return { effects, .. } => before(&mut live, effects),
            Terminator::Exec { effects, exits, next, .. } => {
                live = self.at_start[*next].clone();
                before(&mut live, effects);
                // Where it is left, it may not have come to what it gives on the way through.
                for (target, exit) in exits.iter().zip(&effects.exits) {
                    let mut left = self.at_start[*target].clone();
                    let given = exit.value.iter().chain(&exit.given);
                    for local in given.chain(&effects.binds).chain(&effects.declares) {
                        left.remove(*local);
                    }
                    live.union(&left);
                }
            }
            Terminator::Suspend { suspension, .. } | Terminator::Receive { suspension, .. } => {
                before(&mut live, &body.suspensions[*suspension].effects);
            }
            Terminator::Goto(_) | Terminator::Unreachable => {}
        }
        live
    }

    pub(super) fn behind(&self, body: &Body, block: BlockId) -> LocalSet {
        if let Terminator::Suspend { suspension, .. } | Terminator::Receive { suspension, .. } =
            body.blocks[block].terminator
        {
            return self.at(body, suspension);
        }
        let mut live = LocalSet::empty(&body.locals);
        for successor in body.blocks[block].terminator.successors() {
            live.union(&self.at_start[successor]);
        }
        live
    }

    /// What is live right behind each piece of code of a block, first to last; the last is its terminator.
    pub(crate) fn behind_each(&self, body: &Body, block: BlockId) -> Vec<LocalSet> {
        let mut live = self.before_terminator(body, block);
        let mut behind = vec![self.behind(body, block)];
        for statement in body.blocks[block].statements.iter().rev() {
            behind.push(live.clone());
            before(&mut live, &statement.effects);
        }
        behind.reverse();
        behind
    }
}

/// What is live before a piece of code, from what is live behind it.
pub(crate) fn before(live: &mut LocalSet, effects: &Effects) {
    let assigned = effects.assigns.iter().filter(|(_, certainty)| **certainty == Certainty::Always);
    for local in
        effects.binds.iter().chain(&effects.declares).chain(assigned.map(|(local, _)| local))
    {
        live.remove(*local);
    }
    live.extend(effects.reads.iter().copied());
}
