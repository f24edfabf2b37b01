//! Which places may come next: those that the graph of the body reaches without another wait.

use super::{Edge, Node};
use crate::ir::{BasicBlock, BlockId, Body, Index, Origin, Suspension, Terminator};
use crate::storage::Layout;
use std::collections::{BTreeSet, HashMap};
use syn::{Expr, Pat};

pub(super) fn edges(body: &Body, layout: &Layout) -> Vec<Edge> {
    let states = layout.states.iter().enumerate();
    let place: HashMap<Suspension, usize> = states.map(|(at, (state, _))| (*state, at)).collect();
    let resumes = layout
        .states
        .iter()
        .enumerate()
        .map(|(at, (suspension, _))| (Node::State(at), body.suspensions[*suspension].resume));
    let mut edges = Vec::new();
    for (from, root) in [(Node::Start, body.entry)].into_iter().chain(resumes) {
        let waiting = reached(body, &place, root, false);
        let all = reached(body, &place, root, true);
        edges.extend(all.into_iter().map(|to| Edge { from, to, skips: !waiting.contains(&to) }));
    }
    edges
}

/// `at_once`: also on the ways on which an inner consumer completes while it is primed.
fn reached(
    body: &Body,
    place: &HashMap<Suspension, usize>,
    root: BlockId,
    at_once: bool,
) -> BTreeSet<Node> {
    let mut seen = vec![false; body.blocks.len()];
    let mut reached = BTreeSet::new();
    let mut todo = vec![root];
    while let Some(block) = todo.pop() {
        if std::mem::replace(&mut seen[block.index()], true) {
            continue;
        }
        let data = &body.blocks[block];
        if let Some(suspension) = data.terminator.waits() {
            reached.extend(place.get(&suspension).map(|at| Node::State(*at)));
        }
        let returns = data.pieces(body).iter().any(|effects| effects.returns);
        if returns || matches!(data.terminator, Terminator::Return { .. }) {
            reached.insert(Node::End);
        }
        let next = data.terminator.successors();
        todo.extend(next.iter().skip(usize::from(!at_once && begins_inner(body, data))));
    }
    reached
}

/// `match begun { Complete(output) => …, Yielded(()) => … }`: whether the inner consumer waits for anything at all.
fn begins_inner(body: &Body, block: &BasicBlock) -> bool {
    let Terminator::Match { scrutinee: Expr::Path(_), effects, arms } = &block.terminator else {
        return false;
    };
    let is_complete = |pat: &Pat| matches!(pat, Pat::TupleStruct(pat) if pat.path.segments.last().is_some_and(|last| last.ident == "Complete"));
    !effects.takes_input
        && effects.reads.iter().any(|local| body.locals[*local].origin == Origin::Inner)
        && matches!(arms.as_slice(), [first, _] if is_complete(&first.pat))
}
