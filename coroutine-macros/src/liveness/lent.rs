//! Which locals may borrow from an input. What an input lends ends with its send, so that such a local cannot be
//! kept for its drop alone.

use crate::ir::{BlockId, Body, Effects, Local, Terminator};

pub(super) fn mark(body: &mut Body, order: &[BlockId], inputs_lend: bool) {
    if !inputs_lend {
        return;
    }
    loop {
        let mut found: Vec<Local> = Vec::new();
        for &block in order {
            let block = &body.blocks[block];
            let terminator = match &block.terminator {
                Terminator::If { effects, .. }
                | Terminator::Match { effects, .. }
                | Terminator::Exec { effects, .. } => Some(effects),
                _ => None,
            };
            for effects in
                block.statements.iter().map(|statement| &statement.effects).chain(terminator)
            {
                if is_lent(body, effects) {
                    let given = effects.binds.iter().chain(effects.assigns.keys());
                    found.extend(
                        given.filter(|local| {
                            !body.locals[**local].lent && !body.locals[**local].plain
                        }),
                    );
                }
            }
        }
        if found.is_empty() {
            return;
        }
        for local in found {
            body.locals[local].lent = true;
        }
    }
}

fn is_lent(body: &Body, effects: &Effects) -> bool {
    effects.passes_input || effects.passes_on.iter().any(|local| body.locals[*local].lent)
}
