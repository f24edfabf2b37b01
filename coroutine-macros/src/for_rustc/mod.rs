//! Whether rustc may have something to say of a body that it does not see in the transitions: then the body is there as a plain
//! function too.

mod dead;
mod written;

use crate::ir::{BasicBlock, Body, Local, Terminator};
use crate::liveness::Analysis;
use crate::parse::Consumer;
use quote::ToTokens;

/// What rustc is to look for in the plain function.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum LooksFor {
    /// The transitions have all else.
    Errors,
    ErrorsAndLints,
}

/// `None` if the transitions show it all.
pub(crate) fn looks_for(consumer: &Consumer, body: &Body, analysis: &Analysis) -> Option<LooksFor> {
    if written::may_be_linted(&body.written, &consumer.input.ty)
        || dead::has_dead_store(body, analysis)
    {
        return Some(LooksFor::ErrorsAndLints);
    }
    let has_errors = given_twice(body, analysis)
        || has_dead_code(body, analysis)
        || borrows_twice(body, analysis)
        || dead::lends_to_outer(body);
    has_errors.then_some(LooksFor::Errors)
}

/// Whether a local that is not `mut` may get a value twice: rustc sees the transitions one by one.
fn given_twice(body: &Body, analysis: &Analysis) -> bool {
    analysis.order.iter().any(|&block| {
        let mut state = analysis.init.at_start(block);
        body.blocks[block].pieces(body).into_iter().any(|effects| {
            let is_again =
                |local: &Local| !body.locals[*local].mutable && state.given.contains(*local);
            let again = effects.replaces.iter().any(is_again);
            state.run(effects);
            again
        })
    })
}

/// Whether there is code that no transition has: behind a `loop` that nothing leaves.
pub(crate) fn has_dead_code(body: &Body, analysis: &Analysis) -> bool {
    let is_dead = |block| !analysis.order.contains(&block);
    let has_code = |data: &BasicBlock| {
        !data.statements.is_empty()
            || match &data.terminator {
                Terminator::Return { value, .. } => value.is_some(),
                Terminator::Unreachable | Terminator::Goto(_) => false,
                _ => true,
            }
    };
    body.blocks.iter().any(|(block, data)| has_code(data) && is_dead(block))
}

/// Whether a borrow that is taken again is not one that rustc would allow: of a local that is not `mut`, or beside another one. Each
/// transition takes those that it uses.
fn borrows_twice(body: &Body, analysis: &Analysis) -> bool {
    let again = |local: Local| body.taken_again(local).map(|borrow| &body.borrows[borrow]);
    let changes = |borrow: &crate::ir::Borrow| {
        borrow.again.as_ref().is_ok_and(|again| {
            let text = again.expr.to_token_stream().to_string();
            text.contains("mut")
        })
    };
    let unasked = |owner: Local| {
        let owner = &body.locals[owner];
        !owner.mutable && !owner.lends_mutably && !owner.shared
    };
    body.suspensions.indices().any(|suspension| {
        let live = analysis.live.at(body, suspension);
        let borrows: Vec<_> = live.iter().filter_map(again).collect();
        borrows.iter().enumerate().any(|(at, borrow)| {
            let beside = |other: &&crate::ir::Borrow| other.owner == borrow.owner;
            changes(borrow)
                && (unasked(borrow.owner) || {
                    borrows.iter().enumerate().any(|(other, it)| other != at && beside(it))
                })
        })
    })
}
