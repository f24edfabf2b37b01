//! Locals that are taken on some ways and not on others, and have to be dropped on the others at their own time, on the
//! far side of a `recv!()`. Where the ways meet, what is left goes to an `Option`: `Some(guard)` on the ways that did not take
//! it, `None` on those that did. rustc has a drop flag for this, which no state can hold.

use super::forward::State;
use super::{Initialized, Liveness};
use crate::ir::{
    BasicBlock, BlockId, Body, Certainty, Effects, Local, LocalDecl, Origin, ScopeId, Statement,
    Terminator,
};
use crate::naming;
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use std::collections::HashMap;

/// A local that is used again after it was used as a value is `Copy`, and there is nothing to drop.
pub(super) fn mark_copies(body: &mut Body, order: &[BlockId], live: &Liveness) {
    let mut copies = Vec::new();
    for &block in order {
        let pieces = body.blocks[block].pieces(body);
        for (effects, behind) in pieces.into_iter().zip(live.behind_each(body, block)) {
            copies.extend(effects.values.iter().copied().filter(|local| behind.contains(*local)));
        }
    }
    for local in copies {
        body.locals[local].plain = true;
        // A `&mut` is lent on where it is used as a value, and still cannot be copied.
        body.locals[local].copied = !body.lends_mutably && !body.locals[local].moved;
    }
}

/// Whether the graph shows each way that takes the local, and each place where it is given another value.
pub(crate) fn can_keep(body: &Body, local: Local) -> bool {
    let mut bound = 0;
    for (_, block) in body.blocks.iter() {
        let pieces = block.pieces(body);
        let terminator = pieces.len() - 1;
        for (index, effects) in pieces.into_iter().enumerate() {
            let assigned = effects.assigns.get(&local);
            let unclear = effects.consumes.get(&local) == Some(&Certainty::Sometimes)
                || assigned == Some(&Certainty::Sometimes)
                || (assigned.is_some() && index == terminator)
                || (!effects.exits.is_empty()
                    && (effects.leaves_without.contains(&local)
                        || effects.leaves_with.contains(&local)));
            if unclear {
                return false;
            }
            bound += effects.binds.iter().filter(|bound| **bound == local).count();
        }
    }
    bound <= 1
}

/// Puts what is left of `local` where its ways meet into an `Option`. It may `end` there, if it is no more than a borrow.
pub(crate) fn keep_rest(
    body: &mut Body,
    order: &[BlockId],
    init: &Initialized,
    (local, ends): (Local, bool),
    name: &str,
) {
    let is_mixed = |state: &State| state.held.contains(local) && state.gone.contains(local);
    let rest = body.locals.push(remnant(&body.locals[local], name));
    body.locals[rest].rest = true;
    body.ends_early |= ends;
    declare(body, local, rest);
    drop_when_replaced(body, order, init, local, rest);
    // One block for each kind of edge into a block where the ways have met.
    let mut edges: HashMap<(BlockId, bool), BlockId> = HashMap::new();
    for &block in order {
        let end = init.at_end(body, block);
        if is_mixed(&end) {
            continue;
        }
        for target in body.blocks[block].terminator.successors() {
            let held = end.held.contains(local) && !body.blocks[target].taken.contains(&local);
            if !is_mixed(&init.at_start(target)) {
                continue;
            }
            // A call may never come back: then what is printed behind it is not reached.
            body.may_diverge |= ends_in_call(&body.blocks[block]);
            let edge = *edges
                .entry((target, held))
                .or_insert_with(|| assign(body, target, (local, ends), rest, held));
            for jump in body.blocks[block].terminator.targets_mut() {
                if *jump == target {
                    *jump = edge;
                }
            }
        }
    }
}

/// A local of ours for what is left of another one.
pub(super) fn remnant(of: &LocalDecl, name: &str) -> LocalDecl {
    LocalDecl {
        ident: naming::ident(name, Span::mixed_site()),
        is_placeholder: false,
        key: format!("rest of {}", of.key),
        scope: of.scope,
        rank: of.rank,
        mutable: true,
        origin: Origin::Value,
        moved: false,
        attributed: false,
        rest: false,
        ty: None,
        plain: false,
        open_type: false,
        number: false,
        shown: None,
        input: false,
        lent: of.lent,
        may_borrow: false,
        part: of.part,
        owned: false,
        of_std: false,
        lends_mutably: false,
        copied: false,
        shared: false,
        borrow: None,
        typed_by: None,
    }
}

fn ends_in_call(block: &BasicBlock) -> bool {
    let last = block.statements.last().map(|statement| &statement.stmt);
    matches!(last, Some(syn::Stmt::Expr(syn::Expr::Call(_), _)))
}

/// Where the local is given another value, what is left of the last is dropped.
fn drop_when_replaced(
    body: &mut Body,
    order: &[BlockId],
    init: &Initialized,
    local: Local,
    rest: Local,
) {
    for &block in order {
        let mut at = 0;
        let mut state = init.at_start(block);
        while let Some(statement) = body.blocks[block].statements.get(at) {
            let mixed = state.held.contains(local) && state.gone.contains(local);
            let replaces = statement.effects.assigns.contains_key(&local);
            state.run(&statement.effects);
            at += 1;
            if mixed && replaces {
                let statement = give(body, rest, None);
                body.blocks[block].statements.insert(at, statement);
                at += 1;
            }
        }
    }
}

/// `rest = Some(local);`, or `rest = None;`
fn give(body: &Body, rest: Local, local: Option<(Local, bool)>) -> Statement {
    let rest_name = &body.locals[rest].ident;
    let mut effects = Effects::default();
    effects.assign(rest, Certainty::Always);
    let stmt = if let Some((local, ends)) = local {
        effects.reads.insert(local);
        effects.consume(local, Certainty::Always);
        let left =
            if ends { left_of(body, local) } else { body.locals[local].ident.to_token_stream() };
        syn::parse_quote!(#rest_name = ::core::option::Option::Some(#left);)
    } else {
        syn::parse_quote!(#rest_name = ::core::option::Option::None;)
    };
    Statement { stmt, effects }
}

fn left_of(body: &Body, local: Local) -> TokenStream {
    body.left_of(local, &body.locals[local].ident, Span::mixed_site())
}

/// `let rest;` where the local comes into scope.
fn declare(body: &mut Body, local: Local, rest: Local) {
    let name = body.locals[rest].ident.clone();
    let mutability = Ident::new("mut", Span::mixed_site());
    let statement = || Statement {
        stmt: syn::parse_quote!(let #mutability #name;),
        effects: Effects { declares: vec![rest], ..Effects::default() },
    };
    if body.locals[local].scope == ScopeId::first() {
        let entry = body.entry;
        body.blocks[entry].statements.insert(0, statement());
    }
    let comes_into_scope = |statement: &Statement| {
        let effects = &statement.effects;
        effects.binds.contains(&local) || effects.declares.contains(&local)
    };
    for block in body.blocks.indices() {
        let statements = &body.blocks[block].statements;
        if let Some(at) = statements.iter().position(comes_into_scope) {
            body.blocks[block].statements.insert(at + 1, statement());
        }
        let binds = body.blocks[block]
            .terminator
            .effects()
            .is_some_and(|effects| effects.binds.contains(&local));
        if binds {
            for target in body.blocks[block].terminator.successors() {
                if body.is_within(body.blocks[target].scope, body.locals[local].scope) {
                    body.blocks[target].statements.insert(0, statement());
                }
            }
        }
    }
}

/// A block that keeps what is left, or notes that nothing is, and goes on to `target`.
fn assign(
    body: &mut Body,
    target: BlockId,
    local: (Local, bool),
    rest: Local,
    held: bool,
) -> BlockId {
    let statement = give(body, rest, held.then_some(local));
    body.blocks.push(BasicBlock {
        scope: body.blocks[target].scope,
        at: body.blocks[target].at,
        taken: Vec::new(),
        statements: vec![statement],
        terminator: Terminator::Goto(target),
    })
}

/// The name of what is left of a local.
pub(crate) fn rest_name(body: &Body, local: Local, is_taken: impl FnMut(&str) -> bool) -> String {
    let base = format!("{}_left", body.locals[local].base());
    crate::naming::unused(&base, is_taken)
}
