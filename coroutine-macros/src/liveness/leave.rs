//! Locals that are held for their drop alone, and that may borrow from another local: where that is changed or moved before the next
//! wait, the borrow ends behind the last use, as it does for rustc, which sees whether there is more to it than a borrow.

use super::Analysis;
use crate::ir::{BlockId, Body, Certainty, Effects, Local, Statement, Terminator};
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
        bound.find_map(|(bound, local)| {
            let last = last_use(body, analysis, (block, bound), local)?;
            Some(Ending { local, block, bound, last })
        })
    })
}

/// Where a local is bound and used last: statements of one block.
pub(crate) struct Ending {
    pub(crate) local: Local,
    block: BlockId,
    bound: usize,
    last: usize,
}

/// Puts what is left of a local behind its last use into one of its own.
pub(crate) fn end_early(body: &mut Body, ending: &Ending, name: &str) {
    let Ending { local, block, bound, last } = *ending;
    body.ends_early = true;
    let left = body.locals.push(super::elaborate::remnant(&body.locals[local], name));
    let (ident, of) = (body.locals[left].ident.clone(), super::elaborate::left_of(body, local));
    let mut effects = Effects { reads: BTreeSet::from([local]), ..Effects::default() };
    effects.consume(local, Certainty::Always);
    let statements = &mut body.blocks[block].statements;
    if last == bound {
        effects.binds.push(left);
        let stmt = parse_quote!(let #ident = #of;);
        statements.insert(bound + 1, Statement { stmt, effects });
        return;
    }
    effects.assign(left, Certainty::Always);
    let given = Statement { stmt: parse_quote!(#ident = #of;), effects };
    let declared = Statement {
        stmt: parse_quote!(let #ident;),
        effects: Effects { declares: vec![left], ..Effects::default() },
    };
    statements.insert(last + 1, given);
    statements.insert(bound + 1, declared);
}

/// The statement that uses a local last, or what borrows from it, if all do in the block where it is bound, and what it borrows from is
/// changed or moved behind that.
fn last_use(
    body: &Body,
    analysis: &Analysis,
    (block, bound): (BlockId, usize),
    local: Local,
) -> Option<usize> {
    let data = &body.blocks[block];
    let owners = &data.statements[bound].effects.passes_on;
    let mut family = BTreeSet::from([local]);
    let mut last = bound;
    for (at, statement) in data.statements.iter().enumerate().skip(bound + 1) {
        let effects = &statement.effects;
        if effects.mentions().any(|mentioned| family.contains(&mentioned)) {
            last = at;
        }
        if effects.passes_on.iter().any(|passed| family.contains(passed)) {
            family.extend(effects.binds.iter().chain(effects.assigns.keys()));
        }
    }
    let behind = analysis.live.behind(body, block);
    let pieces = data.pieces(body);
    let ends_in_use = pieces.last()?.mentions().any(|mentioned| family.contains(&mentioned));
    let state = analysis.init.at_end(body, block);
    let is_there = state.held.contains(local) && !state.gone.contains(local);
    if !is_there || ends_in_use || family.iter().any(|member| behind.contains(*member)) {
        return None;
    }
    let is_changed = |owner: &Local| {
        let decl = &body.locals[*owner];
        let is_moved = |effects: &&Effects| effects.consumes.contains_key(owner);
        decl.mutable || decl.lends_mutably || pieces[last + 1..].iter().any(is_moved)
    };
    let waits_at_once = last + 1 == data.statements.len()
        && matches!(data.terminator, Terminator::Suspend { .. } | Terminator::Receive { .. });
    (!waits_at_once && owners.iter().any(is_changed)).then_some(last)
}
