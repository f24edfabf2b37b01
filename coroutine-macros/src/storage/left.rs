//! Locals that are held for their drop alone, and that may borrow from an input. What borrows cannot be held behind a wait, and what
//! has a drop has to be. rustc knows which of the two it is: what is stored is `Held(local).left()`, nothing for what is `Copy`.

use super::Partition;
use crate::ir::{Body, Local};
use crate::liveness::Analysis;
use crate::parse::Consumer;
use std::collections::BTreeSet;

pub(super) fn left(
    consumer: &Consumer,
    body: &Body,
    analysis: &Analysis,
    partition: &Partition,
) -> BTreeSet<Local> {
    if consumer.name.is_some() {
        // There the types are written, and say it.
        return BTreeSet::new();
    }
    let waiting = body.suspensions.indices().map(|suspension| analysis.live.at(body, suspension));
    let joined = partition.joins().map(|block| analysis.live.at_start(block).clone());
    let mut used: BTreeSet<Local> = BTreeSet::new();
    for live in waiting.chain(joined) {
        used.extend(body.with_owners(&live).iter());
    }
    for &block in &analysis.order {
        // What is there is what a later transition gives another value.
        used.extend(body.blocks[block].pieces(body).into_iter().flat_map(|e| e.assigns.keys()));
    }
    let is_left = |local: &Local| {
        let decl = &body.locals[*local];
        decl.may_borrow && decl.may_drop() && !decl.owned && !used.contains(local)
    };
    body.locals.indices().skip(consumer.params.len()).filter(is_left).collect()
}
