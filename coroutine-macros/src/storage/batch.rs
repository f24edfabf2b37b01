//! `batch`: the loops that wait, as loops over a slice of inputs.
//!
//! A wait that every way into a loop comes to first is the loop's header. From there to where the loop is left, the body is
//! what it would be without suspending, but that each wait takes the next input, and stores the state if there is none. From
//! any other wait, one input is taken, up to the next wait.

use super::dominators::dominators;
use super::segment::{Facts, Segment};
use super::verify::Walk;
use super::weight::Weights;
use super::{Layout, Partition};
use crate::ir::{BasicBlock, BlockId, Body, Local, Suspension, SuspensionPoint, Terminator};
use crate::liveness::{self, Analysis};
use crate::parse::Consumer;
use proc_macro2::{Ident, Span};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use syn::{Expr, parse_quote};

/// The code from one wait on.
pub(crate) struct Native {
    pub(crate) suspension: Suspension,
    /// Where its code begins.
    pub(crate) root: BlockId,
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
        let native = |members: &BTreeSet<Suspension>, around: bool| {
            native(consumer, body, analysis, layout, (suspension, members, around))
        };
        let alone = BTreeSet::from([suspension]);
        loops
            .get(&suspension)
            .and_then(|members| native(members, true))
            .or_else(|| native(&alone, true))
            .or_else(|| body.suspensions[suspension].delegates.then(|| native(&alone, false))?)
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
            |block: &BlockId| matches!(body.blocks[*block].terminator, Terminator::Suspend { .. });
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
    (header, members, around): (Suspension, &BTreeSet<Suspension>, bool),
) -> Option<Native> {
    let mut body = body.clone();
    let mut root = body.entry;
    for &member in members {
        let waits = body.suspensions[member].block;
        let receive = if body.suspensions[member].delegates {
            pass_on(&mut body, member)?
        } else {
            let resume = body.suspensions[member].resume;
            let terminator = Terminator::Receive { suspension: member, resume };
            let receive = push(&mut body, waits, terminator);
            body.suspensions[member].block = receive;
            receive
        };
        // Where it comes around to its own wait it goes on without suspending, or else from the state.
        if around {
            body.blocks[waits].terminator = Terminator::Goto(receive);
        }
        if member == header {
            root = receive;
        }
    }
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
        let declared = declared_before(&body, &segment, &partition.facts);
        if !declared.is_empty() {
            for (block, at, local) in declared.into_iter().rev() {
                body.blocks[block].statements.remove(at);
                body.locals[local].mutable = true;
            }
            continue;
        }
        let jumps = |to: BlockId| {
            let from = segment.blocks().iter();
            from.filter(|from| body.blocks[**from].terminator.successors().contains(&to)).count()
        };
        let resumed_once =
            members.iter().all(|member| jumps(body.suspensions[*member].resume) <= 1);
        // What makes a type of its own exists once; a borrow that is taken again cannot be what the loop binds anew; nor can
        // what is declared before the loop be declared in it, if it is dropped each time around.
        let weights = Weights::new(&body, segment.blocks());
        let (blocks, joins) = (segment.blocks(), BTreeSet::new());
        let repeats = weights.may_repeat(&body, &partition.facts, blocks, &joins);
        let declares_anew = segment.blocks().iter().any(|&block| {
            let pieces =
                || segment.blocks().iter().flat_map(|block| body.blocks[*block].pieces(&body));
            segment
                .declared_at(block)
                .iter()
                .filter(|local| !body.locals[**local].plain)
                .any(|local| pieces().any(|effects| effects.declares.contains(local)))
        });
        // What the loop declares itself is dropped before what was restored in front of it.
        let drops = |local: &Local| !body.locals[*local].plain;
        let newest = partition.facts.carried[root].iter().filter(drops).max();
        let mut declared = segment.blocks().iter().flat_map(|block| segment.declared_at(*block));
        let drops_early = segment.is_head(root)
            && declared.any(|local| drops(local) && newest.is_some_and(|newest| newest > *local));
        let borrows = drops_early || !partition.borrowed(root).is_empty();
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
            let suspend =
                push(&mut body, root, Terminator::Suspend { suspension: header, at_end: false });
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
            Native { suspension: header, root, body, layout }
        });
    }
}

/// Declarations that the loop comes to again, of locals that were declared before it was entered: `let value;` in front of what gives it
/// one. One variable does, if no value is left in it where its scope ends.
fn declared_before(body: &Body, segment: &Segment, facts: &Facts) -> Vec<(BlockId, usize, Local)> {
    let root = segment.root;
    let is_empty = |local: Local| {
        let scope = body.locals[local].scope;
        let leaves = |block: &BlockId| {
            let next = body.blocks[*block].terminator.successors();
            next.iter().any(|next| !body.is_within(body.blocks[*next].scope, scope))
        };
        let held = |block: &BlockId| facts.held[*block].contains(local);
        body.is_within(body.blocks[root].scope, scope)
            && !facts.carried[root].contains(local)
            && !segment.blocks().iter().any(|block| leaves(block) && held(block))
    };
    let mut found = Vec::new();
    for &block in segment.blocks() {
        for (at, statement) in body.blocks[block].statements.iter().enumerate() {
            if let [local] = *statement.effects.declares
                && is_empty(local)
            {
                found.push((block, at, local));
            }
        }
    }
    found
}

/// Where an inner consumer is sent the input, it is fed the rest of the slice instead. If it has not completed then, that is at
/// its end.
fn pass_on(body: &mut Body, suspension: Suspension) -> Option<BlockId> {
    let SuspensionPoint { block, resume, .. } = body.suspensions[suspension];
    let data = &body.blocks[resume];
    let (true, Terminator::If { cond: Expr::Let(cond), effects, then, .. }) =
        (data.statements.is_empty(), &data.terminator)
    else {
        return None;
    };
    let (mut cond, mut effects, then) = (cond.clone(), effects.clone(), *then);
    let Expr::Call(call) = &mut *cond.expr else { return None };
    let rest = Ident::new("rest", Span::mixed_site());
    *call.func = parse_quote!(::coroutine_runtime::__private::feed);
    *call.args.last_mut()? = parse_quote!(#rest);
    effects.takes_input = false;
    effects.passes_input = false;
    effects.holds_input = false;
    let otherwise = push(body, block, Terminator::Suspend { suspension, at_end: true });
    body.suspensions[suspension].block = otherwise;
    let cond = Expr::Let(cond);
    let scope = body.blocks[resume].scope;
    let terminator = Terminator::If { cond, effects, then, otherwise };
    let fed = push(body, block, terminator);
    body.blocks[fed].scope = scope;
    body.suspensions[suspension].resume = fed;
    Some(fed)
}

/// An empty block in the scope of another.
fn push(body: &mut Body, like: BlockId, terminator: Terminator) -> BlockId {
    let scope = body.blocks[like].scope;
    let at = body.blocks[like].at;
    body.blocks.push(BasicBlock {
        scope,
        at,
        taken: Vec::new(),
        statements: Vec::new(),
        terminator,
    })
}
