//! `batch`: the loops that wait, as loops over a slice of inputs.
//!
//! A wait that every way into a loop comes to first is the loop's header. From there to where the loop is left, the body is
//! what it would be without suspending, but that each wait takes the next input, and stores the state if there is none. From
//! any other wait, one input is taken, up to the next wait.

use super::dominators::dominators;
use super::verify::Walk;
use super::weight::Weights;
use super::{Layout, Partition};
use crate::ir::{BasicBlock, BlockId, Body, Local, Suspension, Terminator};
use crate::liveness::{self, Analysis};
use crate::parse::Consumer;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The code from one wait on.
pub(crate) struct Native {
    pub(crate) suspension: Suspension,
    /// The body with [`Terminator::Receive`] in the place of the suspensions of the loop.
    pub(crate) body: Body,
    pub(crate) layout: Layout,
}

pub(super) fn natives(
    consumer: &Consumer,
    body: &Body,
    analysis: &Analysis,
    layout: &Layout,
) -> Vec<Native> {
    let loops = loops(body);
    let code = |&(suspension, _): &(Suspension, Vec<Local>)| {
        let native = |members: &BTreeSet<Suspension>| {
            native(consumer, body, analysis, layout, suspension, members)
        };
        let alone = BTreeSet::from([suspension]);
        loops.get(&suspension).and_then(native).or_else(|| native(&alone))
    };
    layout.states.iter().filter_map(code).collect()
}

/// The headers, in source order, each with the suspensions of its loops.
fn loops(body: &Body) -> BTreeMap<Suspension, BTreeSet<Suspension>> {
    let next = |from: BlockId| -> Vec<BlockId> {
        let start = match body.blocks[from].terminator.waits() {
            Some(suspension) if from != body.entry => body.suspensions[suspension].resume,
            _ => from,
        };
        let region =
            body.reverse_postorder([start], |block| body.blocks[block].terminator.successors());
        let waits =
            |block: &BlockId| matches!(body.blocks[*block].terminator, Terminator::Suspend(_));
        region.into_iter().filter(waits).collect()
    };
    let order = body.reverse_postorder([body.entry], next);
    let mut predecessors: HashMap<BlockId, Vec<BlockId>> =
        order.iter().map(|block| (*block, Vec::new())).collect();
    for &block in &order {
        for target in next(block) {
            predecessors.entry(target).or_default().push(block);
        }
    }
    let idom = dominators(&order, &predecessors);
    let dominates = |header: BlockId, block: BlockId| {
        std::iter::successors(Some(block), |block| idom.get(block).copied())
            .any(|above| above == header)
    };
    let mut found = BTreeMap::new();
    for &header in &order {
        let Some(suspension) = body.blocks[header].terminator.waits() else { continue };
        let back = predecessors[&header].iter().copied().filter(|from| dominates(header, *from));
        let mut todo: Vec<BlockId> = back.collect();
        if todo.is_empty() {
            continue;
        }
        let mut members = BTreeSet::from([header]);
        while let Some(block) = todo.pop() {
            if members.insert(block) {
                todo.extend(predecessors[&block].iter().copied());
            }
        }
        let members = members.iter().filter_map(|block| body.blocks[*block].terminator.waits());
        found.insert(suspension, members.collect());
    }
    found
}

fn native(
    consumer: &Consumer,
    body: &Body,
    analysis: &Analysis,
    layout: &Layout,
    header: Suspension,
    members: &BTreeSet<Suspension>,
) -> Option<Native> {
    let mut body = body.clone();
    for &member in members {
        let point = &body.suspensions[member];
        let (block, resume) = (point.block, point.resume);
        let terminator = Terminator::Receive { suspension: member, resume };
        let receive = push(&mut body, block, terminator);
        body.blocks[block].terminator = Terminator::Goto(receive);
        body.suspensions[member].block = receive;
    }
    let root = body.suspensions[header].block;
    loop {
        let (mut known, undecided) = liveness::analyze(&mut body, consumer.input.lends());
        let same =
            |suspension: &Suspension| known.saved[*suspension] == analysis.saved[*suspension];
        if !undecided.is_empty() || !known.init.reaches(root) || !members.iter().all(same) {
            return None;
        }
        known.order =
            body.reverse_postorder([root], |block| body.blocks[block].terminator.successors());
        let partition = Partition::of_one(&body, &known);
        let segment = partition.segment(&body, root);
        let jumps = |to: BlockId| {
            let from = segment.blocks().iter();
            from.filter(|from| body.blocks[**from].terminator.successors().contains(&to)).count()
        };
        let resumed_once =
            members.iter().all(|member| jumps(body.suspensions[*member].resume) <= 1);
        // What makes a type of its own exists once; a borrow that is taken again cannot be what the loop binds anew; nor can
        // what is declared before the loop be declared in it, if it is dropped each time around.
        let weights = Weights::new(&body, segment.blocks());
        let repeats = segment.blocks().iter().all(|block| weights.may_repeat(*block));
        let declares_anew = segment.blocks().iter().any(|&block| {
            let pieces =
                || segment.blocks().iter().flat_map(|block| body.blocks[*block].pieces(&body));
            segment
                .declared_at(block)
                .iter()
                .filter(|local| !body.locals[**local].plain)
                .any(|local| pieces().any(|effects| effects.declares.contains(local)))
        });
        let borrows = !partition.borrowed(root).is_empty();
        if !resumed_once || !repeats || declares_anew || borrows {
            return None;
        }
        // What comes into scope anew cannot be what was restored: the state is put together there, and taken apart again.
        let anew = segment.blocks().iter().copied().find(|&block| {
            let fresh = |local| segment.is_bound_above(block, local);
            body.blocks[block].terminator.successors().contains(&root)
                && known.saved[header].iter().any(|local| fresh(*local))
        });
        if let Some(block) = anew {
            let suspend = push(&mut body, root, Terminator::Suspend(header));
            for target in body.blocks[block].terminator.targets_mut() {
                if *target == root {
                    *target = suspend;
                }
            }
            continue;
        }
        let printable = segment.irreducible().is_none()
            && segment.two_bindings(&body, &partition.facts).is_none()
            && Walk::unseen(&body, &segment, &partition.facts, known.saved[header].clone())
                .is_none();
        return printable.then(|| {
            let layout = layout.with_waits(&body, partition);
            Native { suspension: header, body, layout }
        });
    }
}

/// An empty block in the scope of another.
fn push(body: &mut Body, like: BlockId, terminator: Terminator) -> BlockId {
    let scope = body.blocks[like].scope;
    body.blocks.push(BasicBlock { scope, taken: Vec::new(), statements: Vec::new(), terminator })
}
