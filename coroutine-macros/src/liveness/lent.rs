//! Which locals borrow from an input, or may, or from another local. What an input lends ends with its send, and what a local lends
//! where it is moved, so that what borrows from them cannot be kept for its drop alone.

use crate::ir::{BlockId, Body, Certainty, Effects, Local, LocalDecl, Terminator};

pub(super) fn mark(body: &mut Body, order: &[BlockId], inputs_lend: bool) {
    let borrows = |body: &Body, effects: &Effects| {
        effects.holds_input || effects.holds.iter().any(|local| body.locals[*local].lent)
    };
    if inputs_lend {
        spread(body, (order, false), borrows, |decl| &mut decl.lent);
    }
    let may_borrow = |body: &Body, effects: &Effects| {
        let lends = |local: &Local| {
            let decl = &body.locals[*local];
            let is_of_input = inputs_lend && (decl.input || decl.part || decl.lent);
            let is_moved = effects.consumes.get(local) == Some(&Certainty::Always);
            // A reference is passed on, and what it refers to is there for longer.
            let is_reference = decl.plain && decl.shared && decl.borrow.is_none();
            is_of_input || decl.may_borrow || !(is_moved || is_reference)
        };
        (inputs_lend && effects.passes_input) || effects.passes_on.iter().any(lends)
    };
    spread(body, (order, true), may_borrow, |decl| &mut decl.may_borrow);
}

/// Sets what is said of the locals that such code gives a value.
fn spread(
    body: &mut Body,
    (order, through): (&[BlockId], bool),
    is_said: impl Fn(&Body, &Effects) -> bool,
    said: impl Fn(&mut LocalDecl) -> &mut bool,
) {
    let mut changed = true;
    while std::mem::take(&mut changed) {
        for &block in order {
            let data = &body.blocks[block];
            let terminator = match &data.terminator {
                Terminator::If { effects, .. }
                | Terminator::Match { effects, .. }
                | Terminator::Exec { effects, .. } => Some(effects),
                _ => None,
            };
            let effects = data.statements.iter().map(|statement| &statement.effects);
            let given: Vec<Local> = effects
                .chain(terminator)
                .filter(|effects| is_said(body, effects))
                .flat_map(|effects| {
                    // `words.push(word)` too.
                    let mentioned = effects.reads.iter();
                    let changed = mentioned.filter(|local| through && body.locals[**local].mutable);
                    effects.binds.iter().chain(effects.assigns.keys()).chain(changed).copied()
                })
                .filter(|local| !body.locals[*local].plain)
                .collect();
            for local in given {
                let said = said(&mut body.locals[local]);
                changed |= !*said;
                *said = true;
            }
        }
    }
}
