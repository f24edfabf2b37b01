//! Where values may go that decide how often code can be printed: those of a type that exists once, and those that borrow
//! from an input.

use super::looked_at::is_looked_at;
use crate::ir::{BlockId, Body, Effects, Local, LocalSet};

pub(super) struct Flows {
    /// May hold a closure, or something made of one: printed twice, it would have two types.
    pub(super) own_type: LocalSet,
    /// May borrow from an input, and cannot be stored, not even on the way to code that several waits lead to.
    pub(super) lent: LocalSet,
}

impl Flows {
    /// `makes_type` says of each piece of a block whether a type comes into being in it.
    pub(super) fn new(
        body: &Body,
        order: &[BlockId],
        makes_type: impl Fn(BlockId, usize) -> bool,
    ) -> Self {
        let empty = || LocalSet::empty(&body.locals);
        let mut flows = Flows { own_type: empty(), lent: empty() };
        let mut changed = true;
        while std::mem::take(&mut changed) {
            for &block in order {
                for (piece, effects) in body.blocks[block].pieces(body).into_iter().enumerate() {
                    let reads = effects.reads.iter().copied();
                    if makes_type(block, piece)
                        || reads.clone().any(|local| flows.own_type.contains(local))
                    {
                        // What it is pushed to takes its type, if it has none yet.
                        let open = |local: &Local| {
                            body.locals[*local].open_type
                                && !is_looked_at(body, &flows.own_type, (block, piece), *local)
                        };
                        let into: Vec<Local> = given(effects).chain(reads.filter(open)).collect();
                        changed |= add(body, &mut flows.own_type, into.into_iter());
                    }
                    let mut passed_on = effects.passes_on.iter();
                    let borrows =
                        effects.passes_input || passed_on.any(|local| flows.lent.contains(*local));
                    if body.lends_input && borrows {
                        changed |= add(body, &mut flows.lent, given(effects));
                    }
                }
            }
        }
        flows
    }
}

/// The locals that a piece gives a value.
fn given(effects: &Effects) -> impl Iterator<Item = Local> {
    effects.binds.iter().chain(effects.assigns.keys()).chain(&effects.leaves_with).copied()
}

fn add(body: &Body, set: &mut LocalSet, locals: impl Iterator<Item = Local>) -> bool {
    let mut changed = false;
    for local in locals.filter(|local| !body.locals[*local].number) {
        changed |= !set.contains(local);
        set.insert(local);
    }
    changed
}
