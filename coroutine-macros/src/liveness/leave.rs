//! Locals that are held for their drop alone, and that may borrow from another local: where that is changed or moved before the next
//! wait, the borrow ends behind the last use, as it does for rustc, which sees whether there is more to it than a borrow.

use super::Analysis;
use crate::ir::{BlockId, Body, Certainty, Effects, Local, Statement, Terminator};
use proc_macro2::Span;
use std::collections::BTreeSet;
use syn::parse_quote;

/// The local whose borrow ends early, if there is one.
pub(crate) fn ends_early(body: &Body, analysis: &Analysis) -> Option<Ending> {
    analysis.order.iter().find_map(|&block| {
        let statements = body.blocks[block].statements.iter().enumerate();
        let mut bound = statements.flat_map(|(at, statement)| {
            let binds = statement.effects.binds.iter();
            binds.filter(|local| body.left.contains(local)).map(move |local| (at, *local))
        });
        bound.find_map(|(at, local)| {
            let behind = last_use(body, analysis, (block, at), local)?;
            Some(Ending { local, bound: (block, at), behind })
        })
    })
}

/// Where a local is bound, and where nothing uses it any more: in front of these statements.
pub(crate) struct Ending {
    pub(crate) local: Local,
    bound: (BlockId, usize),
    behind: Vec<(BlockId, usize)>,
}

/// Puts what is left of a local behind its last use into one of its own.
pub(crate) fn end_early(body: &mut Body, ending: &Ending, name: &str) {
    let Ending { local, bound: (block, bound), ref behind } = *ending;
    body.ends_early = true;
    let left = body.locals.push(super::elaborate::remnant(&body.locals[local], name));
    let name = &body.locals[local].ident;
    let of = body.left_of(local, name, Span::mixed_site());
    let ident = body.locals[left].ident.clone();
    let mut effects = Effects { reads: BTreeSet::from([local]), ..Effects::default() };
    effects.consume(local, Certainty::Always);
    if let [(last, at)] = behind[..]
        && last == block
        && body.blocks[block].statements[bound + 1..at].iter().all(|between| {
            let effects = &between.effects;
            effects.binds.iter().chain(&effects.declares).all(|local| body.locals[*local].plain)
        })
    {
        // Nothing is dropped between the two.
        effects.binds.push(left);
        let stmt = parse_quote!(let #ident = #of;);
        body.blocks[block].statements.insert(at, Statement { stmt, effects });
        return;
    }
    effects.assign(left, Certainty::Always);
    let given = Statement { stmt: parse_quote!(#ident = #of;), effects };
    let declared = Statement {
        stmt: parse_quote!(let #ident;),
        effects: Effects { declares: vec![left], ..Effects::default() },
    };
    for (block, at) in behind {
        body.blocks[*block].statements.insert(*at, given.clone());
    }
    body.blocks[block].statements.insert(bound + 1, declared);
}

/// What runs from a statement on, one after the other, up to where control may go one of several ways.
fn line(body: &Body, analysis: &Analysis, from: (BlockId, usize)) -> Vec<(BlockId, usize)> {
    let (mut block, first) = from;
    let mut line: Vec<_> =
        (first..body.blocks[block].statements.len()).map(|at| (block, at)).collect();
    while let Terminator::Goto(next) = body.blocks[block].terminator
        && is_only_way(body, analysis, next)
    {
        block = next;
        line.extend((0..body.blocks[block].statements.len()).map(|at| (block, at)));
    }
    // Its end.
    line.push((block, body.blocks[block].statements.len()));
    line
}

/// Whether one block alone leads to another.
fn is_only_way(body: &Body, analysis: &Analysis, way: BlockId) -> bool {
    let leads = |block: &&BlockId| body.successors(**block).contains(&way);
    analysis.order.iter().filter(leads).count() == 1
}

/// Where nothing uses a local any more, nor what borrows from it, if it is used on one line from where it is bound, and what it borrows
/// from may be changed or moved behind that.
fn last_use(
    body: &Body,
    analysis: &Analysis,
    bound: (BlockId, usize),
    local: Local,
) -> Option<Vec<(BlockId, usize)>> {
    let line = line(body, analysis, bound);
    let (&(block, _), statements) = line.split_last()?;
    let effects = |(block, at): (BlockId, usize)| &body.blocks[block].statements[at].effects;
    let owners = &effects(bound).passes_on;
    let state = analysis.init.at_end(body, block);
    let is_there = state.held.contains(local) && !state.gone.contains(local);
    let behind = analysis.live.behind(body, block);
    if !is_there || behind.contains(local) {
        return None;
    }
    let changes = |effects: &Effects| {
        let is_changed = |owner: &Local| {
            let decl = &body.locals[*owner];
            decl.mutable || decl.lends_mutably || effects.consumes.contains_key(owner)
        };
        let mentioned: BTreeSet<Local> = effects.mentions().collect();
        owners.iter().any(|owner| mentioned.contains(owner) && is_changed(owner))
    };
    let uses = |at: &usize| effects(statements[*at]).mentions().any(|mentioned| mentioned == local);
    let last = (1..statements.len()).rfind(uses).unwrap_or(0);
    // What borrows from it cannot be used where that is changed: it does not, or is not used any more.
    let end = (last + 1..statements.len()).find(|at| changes(effects(statements[*at])));
    let mut family = BTreeSet::from([local]);
    let mut last_of_family = last;
    for (at, place) in statements.iter().enumerate().take(end.unwrap_or(statements.len())).skip(1) {
        let effects = effects(*place);
        if at > last && effects.mentions().any(|mentioned| family.contains(&mentioned)) {
            last_of_family = at;
        }
        if effects.passes_on.iter().any(|passed| family.contains(passed)) {
            family.extend(effects.binds.iter().chain(effects.assigns.keys()));
        }
    }
    let (last_block, last_at) = statements[last_of_family];
    let behind_last = vec![(last_block, last_at + 1)];
    if end.is_some() {
        return Some(behind_last);
    }
    if family.iter().any(|member| behind.contains(*member)) {
        return None;
    }
    let may_change = |owner: &Local| body.locals[*owner].mutable || takes(body, analysis, *owner);
    let terminator = &body.blocks[block].terminator;
    let decision = body.blocks[block].pieces(body).pop()?;
    match terminator {
        // The reply uses it: it ends with that.
        Terminator::Suspend { .. } if decision.mentions().any(|used| family.contains(&used)) => {
            None
        }
        // What was there before may have to be taken out of the state at the end.
        Terminator::Suspend { .. } | Terminator::Receive { .. } => {
            let was_there = |owner: &Local| analysis.init.at_start(bound.0).given.contains(*owner);
            owners.iter().any(was_there).then_some(behind_last)
        }
        _ if !owners.iter().any(may_change) => None,
        terminator if decision.mentions().any(|mentioned| family.contains(&mentioned)) => {
            let ways = terminator.successors();
            let is_free = |way: &BlockId| {
                is_only_way(body, analysis, *way) && !body.blocks[*way].taken.contains(&local)
            };
            let ends = matches!(terminator, Terminator::If { .. } | Terminator::Match { .. })
                && !decision.consumes.contains_key(&local)
                && ways.iter().all(is_free);
            ends.then(|| ways.into_iter().map(|way| (way, 0)).collect())
        }
        _ => Some(behind_last),
    }
}

/// Whether a local is taken somewhere.
fn takes(body: &Body, analysis: &Analysis, local: Local) -> bool {
    let takes = |effects: &&Effects| effects.consumes.contains_key(&local);
    analysis.order.iter().any(|block| body.blocks[*block].pieces(body).iter().any(takes))
}
