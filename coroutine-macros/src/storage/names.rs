//! Whether locals would hide one another, and the names of the enum's parameters.

use super::{Layout, Partition};
use crate::ir::{BlockId, Body, Local, Suspension};
use crate::liveness::{Analysis, Liveness};
use crate::naming::{Names, camel_case};
use proc_macro2::{Ident, Span};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Whether one of two locals hides the other where that is used, if both have one name.
pub(crate) fn clashing(
    body: &Body,
    analysis: &Analysis,
    partition: &Partition,
    one: Local,
    other: Local,
) -> bool {
    let (older, newer) = if one < other { (one, other) } else { (other, one) };
    // What is kept for its drop counts as needed here: it is stored under its name.
    let stored = |block: BlockId| analysis.kept(body, analysis.live.at_start(block), block, false);
    let joins: HashMap<BlockId, Vec<Local>> =
        partition.joins().map(|block| (block, stored(block).0)).collect();
    let waiting = |suspension: Suspension| {
        let live = analysis.live.at(body, suspension);
        analysis.saved[suspension].iter().copied().chain(live.iter()).collect::<Vec<_>>()
    };
    let needed = Liveness::with_joins(body, &analysis.order, waiting, &joins);
    let is_hidden = analysis.order.iter().any(|&block| {
        let pieces = body.blocks[block].pieces(body);
        pieces.into_iter().zip(needed.behind_each(body, block)).any(|(effects, behind)| {
            effects.binds.iter().chain(&effects.declares).any(|new| *new == newer)
                && behind.contains(older)
        })
    });
    let resumed = body.suspensions.iter();
    let resumed = resumed.map(|(suspension, point)| (point.resume, &analysis.saved[suspension]));
    is_hidden
        || resumed.chain(partition.joins().map(|join| (join, &joins[&join]))).any(
            |(root, saved)| {
                let region = body.reverse_postorder([root], |block| body.successors(block));
                let pieces = region.iter().flat_map(|block| body.blocks[*block].pieces(body));
                let given: BTreeSet<Local> = pieces
                    .flat_map(|effects| {
                        let bound = effects.binds.iter().chain(&effects.declares);
                        effects.assigns.keys().chain(bound).copied()
                    })
                    .collect();
                // Declared in front of what is restored, an older local that gets a value later would hide it; and one that comes into scope
                // once more, each time around a loop, is not it. And what comes into scope anew is written where it lay: a newer one of its
                // name would hide that.
                (saved.contains(&newer) && given.contains(&older))
                    || (saved.contains(&older) && given.contains(&older) && given.contains(&newer))
            },
        )
}

/// `Pattern` for the local `pattern`.
pub(super) fn type_parameters(body: &Body, layout: &Layout) -> BTreeMap<Local, Ident> {
    let locals: BTreeSet<Local> = layout.held().flatten().copied().collect();
    let (machine, at) = (layout.machine.to_string(), layout.shape.at.to_string());
    let types = format!("{machine}Types");
    let taken = [machine, at, types, "Output".to_owned(), "Self".to_owned()];
    let mut names = Names::new(taken.into(), |_| false);
    let mut params = BTreeMap::new();
    for local in locals.into_iter().filter(|local| !layout.written.contains_key(local)) {
        let base = camel_case(body.locals[local].base().trim_start_matches('_'));
        let base = if base.chars().next().is_none_or(|first| !first.is_alphabetic()) {
            format!("Local{base}")
        } else {
            base
        };
        let name = names.fresh(&base);
        params.insert(local, Ident::new(&name, Span::call_site()));
    }
    params
}
