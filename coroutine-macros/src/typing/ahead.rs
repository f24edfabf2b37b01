//! Code that is printed ahead of the arms that come before it in the source, and uses a local whose type these arms may have to show:
//! `let mut found = Vec::new();`, pushed to in a loop, looked at behind it.

use crate::ir::{BlockId, Body, Effects, Local};
use crate::storage::Layout;
use std::collections::{BTreeSet, HashMap};

/// Whether there is any.
pub(super) fn is_any(body: &Body, layout: &Layout) -> bool {
    let order = &layout.partition.order;
    let open: HashMap<BlockId, BTreeSet<Local>> =
        order.iter().map(|block| (*block, open(body, *block))).collect();
    if open.values().all(BTreeSet::is_empty) {
        return false;
    }
    let at = |block: BlockId| body.blocks[block].at;
    let resumes = layout.states.iter().map(|(suspension, _)| body.suspensions[*suspension].resume);
    let joins = layout.joins.iter().map(|join| join.block);
    let roots: Vec<BlockId> = resumes.chain(joins).chain([body.entry]).collect();
    let reached: HashMap<BlockId, Vec<BlockId>> = roots
        .iter()
        .map(|&root| {
            (
                root,
                body.reverse_postorder([root], |block| body.blocks[block].terminator.successors()),
            )
        })
        .collect();
    roots.iter().any(|&root| {
        reached[&root].iter().filter(|block| **block != root).any(|&block| {
            let wanted = &open[&block];
            let shows = |other: &BlockId| {
                let between = at(root) < at(*other) && at(*other) < at(block);
                let mut behind = reached[other].iter();
                between
                    && behind
                        .any(|other| at(*other) < at(block) && !open[other].is_disjoint(wanted))
            };
            !wanted.is_empty() && roots.iter().any(shows)
        })
    })
}

/// The locals that a block mentions and whose initializer leaves the type open.
fn open(body: &Body, block: BlockId) -> BTreeSet<Local> {
    let named = body.blocks[block].pieces(body).into_iter().flat_map(Effects::mentions);
    named.filter(|local| body.locals[*local].open_type).collect()
}
