//! Which locals borrow from an input, or may. What an input lends ends with its send, so that what borrows from it cannot be
//! kept for its drop alone.

use crate::ir::{BlockId, Body, Effects, Local, LocalDecl, Terminator};

pub(super) fn mark(body: &mut Body, order: &[BlockId], inputs_lend: bool) {
    if !inputs_lend {
        return;
    }
    let borrows = |body: &Body, effects: &Effects| {
        effects.holds_input || effects.holds.iter().any(|local| body.locals[*local].lent)
    };
    spread(body, order, borrows, |decl| &mut decl.lent);
    let may_borrow = |body: &Body, effects: &Effects| {
        let is_of_input = |local: &Local| {
            let decl = &body.locals[*local];
            decl.input || decl.part || decl.lent || decl.may_borrow
        };
        effects.passes_input || effects.passes_on.iter().any(is_of_input)
    };
    spread(body, order, may_borrow, |decl| &mut decl.may_borrow);
}

/// Sets what is said of the locals that such code gives a value.
fn spread(
    body: &mut Body,
    order: &[BlockId],
    gives: impl Fn(&Body, &Effects) -> bool,
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
                .filter(|effects| gives(body, effects))
                .flat_map(|effects| effects.binds.iter().chain(effects.assigns.keys()).copied())
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
