//! Locals of which a transition may have a variable with a type of its own.

use crate::ir::{BlockId, Body, Effects, Local};
use crate::storage::{Layout, Partition};
use std::collections::{BTreeMap, BTreeSet};

/// Those that are given a value at several places, and that some transition brings into scope without storing them. If it does store them, they
/// have the type of the states' parameter. If they get their value at one place, each transition that has this place has also all that
/// comes of it.
pub(super) fn find(body: &Body, layout: &Layout) -> BTreeSet<Local> {
    let resumes = layout.states.iter().map(|(suspension, _)| body.suspensions[*suspension].resume);
    let joins = layout.joins.iter().map(|join| join.block);
    let roots = resumes.chain(joins).chain([body.entry]);
    let mut loose = unstored(body, layout, roots);
    for native in &layout.natives {
        loose.extend(unstored(&native.body, &native.layout, [native.root]));
    }
    let given = times_given(body);
    let params = layout.start.iter().copied().collect::<BTreeSet<Local>>();
    loose.retain(|local| {
        let times = given.get(local).copied().unwrap_or(0) + usize::from(params.contains(local));
        times > 1
    });
    loose
}

/// How many pieces of the body give each local a value.
fn times_given(body: &Body) -> BTreeMap<Local, usize> {
    let mut given = BTreeMap::new();
    for (_, block) in body.blocks.iter() {
        for effects in block.pieces(body) {
            let here: BTreeSet<Local> = given_by(effects).collect();
            for local in here {
                *given.entry(local).or_insert(0) += 1;
            }
        }
    }
    given
}

fn given_by(effects: &Effects) -> impl Iterator<Item = Local> {
    effects.binds.iter().chain(effects.assigns.keys()).chain(&effects.leaves_with).copied()
}

/// The locals that some transition brings into scope at more than one place, or without storing them.
fn unstored(
    body: &Body,
    layout: &Layout,
    roots: impl IntoIterator<Item = BlockId>,
) -> BTreeSet<Local> {
    let partition: &Partition = &layout.partition;
    let mut found = BTreeSet::new();
    for root in roots {
        let segment = partition.segment(body, root);
        let mut fresh: BTreeMap<Local, usize> = BTreeMap::new();
        let mut stored: BTreeSet<Local> = BTreeSet::new();
        for &block in segment.blocks() {
            let pieces = body.blocks[block].pieces(body);
            let bound =
                pieces.iter().flat_map(|effects| effects.binds.iter().chain(&effects.declares));
            let bound = bound.copied().filter(|local| !segment.is_rebound(*local));
            for local in bound.chain(segment.declared_at(block).iter().copied()) {
                *fresh.entry(local).or_insert(0) += 1;
            }
            stored.extend(partition.stored_by(body, block));
        }
        found.extend(
            fresh
                .into_iter()
                .filter(|(local, places)| *places > 1 || !stored.contains(local))
                .map(|(local, _)| local),
        );
    }
    found
}
