//! Which borrows a transition takes again where it starts.

use super::segment::Facts;
use crate::ir::{BlockId, Body, IndexVec, Local, LocalSet, Terminator};
use crate::liveness::{Analysis, before};
use std::collections::BTreeSet;

/// The borrows that have to be taken again for all of `live` to be there.
pub(super) fn needed(body: &Body, live: &LocalSet) -> Vec<Local> {
    if body.borrows.len() == 0 {
        return Vec::new();
    }
    body.with_owners(live).iter().filter(|local| body.taken_again(*local).is_some()).collect()
}

/// The borrows that are still used behind some other mention of what they borrow from. Whether that is allowed, rustc
/// can only tell if it is told that they are still used.
pub(super) fn contested(body: &Body, analysis: &Analysis) -> LocalSet {
    let mut contested = LocalSet::empty(&body.locals);
    if body.borrows.len() == 0 {
        return contested;
    }
    for &block in &analysis.order {
        let pieces = body.blocks[block].pieces(body);
        for (effects, behind) in pieces.into_iter().zip(analysis.live.behind_each(body, block)) {
            for local in needed(body, &behind) {
                let owned = |owner: Local| owner != local && owns(body, owner, local);
                if !effects.binds.contains(&local) && effects.mentions().any(owned) {
                    contested.insert(local);
                }
            }
        }
    }
    contested
}

/// Whether a local borrows from another, perhaps by way of a third.
fn owns(body: &Body, owner: Local, local: Local) -> bool {
    body.taken_again(local).is_some_and(|borrow| {
        let next = body.borrows[borrow].owner;
        next == owner || owns(body, owner, next)
    })
}

/// What each transition does with borrows.
pub(super) struct Uses {
    /// At the start of each block, those that are used before the next suspension.
    pub(super) at_start: IndexVec<BlockId, Vec<Local>>,
    /// Those that come into scope in a block and are not used before the next suspension, behind which they are taken again.
    pub(super) idle: BTreeSet<(BlockId, Local)>,
}

pub(super) fn uses(
    body: &Body,
    analysis: &Analysis,
    joins: &BTreeSet<BlockId>,
    facts: &Facts,
) -> Uses {
    if body.borrows.len() == 0 {
        let at_start = IndexVec::filled(body.blocks.len(), Vec::new());
        return Uses { at_start, idle: BTreeSet::new() };
    }
    let mut at_start = IndexVec::filled(body.blocks.len(), LocalSet::empty(&body.locals));
    let behind = |block: BlockId, at_start: &IndexVec<BlockId, LocalSet>| {
        let mut live = LocalSet::empty(&body.locals);
        if let Terminator::Suspend { .. } = body.blocks[block].terminator {
            live.union(&facts.saved[block]);
        }
        for next in body.blocks[block].terminator.successors() {
            if joins.contains(&next) {
                live.extend(
                    facts.borrowed[next].iter().filter(|local| facts.contested.contains(*local)),
                );
            } else {
                live.union(&at_start[next]);
            }
        }
        live
    };
    let mut changed = true;
    while changed {
        changed = false;
        for &block in analysis.order.iter().rev() {
            let mut live = behind(block, &at_start);
            for effects in body.blocks[block].pieces(body).into_iter().rev() {
                before(&mut live, effects);
            }
            changed |= at_start[block].union(&live);
        }
    }
    let mut idle = BTreeSet::new();
    for &block in &analysis.order {
        let mut live = behind(block, &at_start);
        for effects in body.blocks[block].pieces(body).into_iter().rev() {
            let unused = |local: &&Local| {
                let used = live.contains(**local) || effects.reads.contains(*local);
                !used && body.taken_again(**local).is_some()
            };
            idle.extend(effects.binds.iter().filter(unused).map(|local| (block, *local)));
            before(&mut live, effects);
        }
    }
    let mut used = IndexVec::filled(body.blocks.len(), Vec::new());
    for &block in &analysis.order {
        used[block] = needed(body, &at_start[block]);
    }
    Uses { at_start: used, idle }
}
