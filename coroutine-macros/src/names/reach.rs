//! Which locals are in reach of one transition.

use crate::ir::{BlockId, Body, Effects, Local};
use crate::storage::Layout;
use std::collections::BTreeSet;

/// For each piece of the expansion that stands by itself (a transition, a loop over a slice, a close handler) the locals in it: what is taken out of the state, and
/// what the code names.
pub(super) fn reaches(body: &Body, layout: &Layout) -> Vec<BTreeSet<Local>> {
    let stored = |root: BlockId, saved: &[Local]| of_segment(body, layout, root, saved);
    let states = layout
        .states
        .iter()
        .map(|(suspension, saved)| stored(body.suspensions[*suspension].resume, saved));
    let joins = layout.joins.iter().map(|join| stored(join.block, &join.saved));
    let handlers = layout.states.iter().map(|(suspension, saved)| {
        let mentioned = body.handlers(*suspension).flat_map(|handler| handler.effects.mentions());
        mentioned.chain(saved.iter().copied()).collect()
    });
    let natives = layout.natives.iter().map(|native| {
        let saved = layout.saved(body.suspensions[native.suspension].block);
        of_segment(&native.body, &native.layout, native.root, saved)
    });
    let start = stored(body.entry, &layout.start);
    states.chain(joins).chain(handlers).chain(natives).chain([start]).collect()
}

fn of_segment(body: &Body, layout: &Layout, root: BlockId, saved: &[Local]) -> BTreeSet<Local> {
    let segment = layout.partition.segment(body, root);
    let mut found: BTreeSet<Local> = saved.iter().copied().collect();
    for &block in segment.blocks() {
        for effects in body.blocks[block].pieces(body) {
            found.extend(named_in(effects));
        }
        found.extend(segment.declared_at(block));
    }
    found
}

fn named_in(effects: &Effects) -> impl Iterator<Item = Local> {
    effects.mentions().chain(effects.binds.iter().chain(&effects.declares).copied())
}
