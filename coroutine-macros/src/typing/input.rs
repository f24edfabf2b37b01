//! Locals that hold an input, or a part of one that has the same type, wherever they get a value: each transition shows their type by itself.

use crate::ir::{Body, Local, LocalSet};
use crate::resolve::INPUT;
use syn::{Expr, Stmt, Type};

/// Those.
pub(super) fn inputs(body: &Body, input: &Type) -> LocalSet {
    let mut inputs = LocalSet::empty(&body.locals);
    inputs.extend(body.locals.indices());
    // A part of a slice is a slice.
    let has_parts =
        matches!(input, Type::Reference(lent) if lent.mutability.is_none() && is_slice(&lent.elem));
    loop {
        let before = inputs.clone();
        for (_, block) in body.blocks.iter() {
            for effects in block.pieces(body) {
                let given = effects.binds.iter().chain(effects.assigns.keys());
                let statement = block
                    .statements
                    .iter()
                    .find(|other| std::ptr::eq(&raw const other.effects, effects));
                let value = statement.and_then(|statement| value(&statement.stmt));
                let is_input = value.is_some_and(|value| is_input(body, &before, value, has_parts));
                if !is_input {
                    given.chain(&effects.leaves_with).for_each(|local| inputs.remove(*local));
                }
            }
        }
        if inputs.iter().count() == before.iter().count() {
            return inputs;
        }
    }
}

fn is_slice(ty: &Type) -> bool {
    match ty {
        Type::Slice(_) => true,
        Type::Path(path) => path.path.is_ident("str"),
        _ => false,
    }
}

/// The `value` of `x = value;` and `let x = value;`.
fn value(stmt: &Stmt) -> Option<&Expr> {
    match stmt {
        Stmt::Expr(Expr::Assign(assign), _) if matches!(*assign.left, Expr::Path(_)) => {
            Some(&assign.right)
        }
        Stmt::Local(local) if matches!(local.pat, syn::Pat::Ident(_)) => {
            local.init.as_ref().map(|init| &*init.expr)
        }
        _ => None,
    }
}

fn is_input(body: &Body, inputs: &LocalSet, value: &Expr, has_parts: bool) -> bool {
    match value {
        Expr::Path(path) => path.path.get_ident().is_some_and(|name| {
            let named = |local: Local| body.locals[local].ident == *name;
            *name == crate::ir::input()
                || name == INPUT
                || body
                    .locals
                    .indices()
                    .filter(|local| named(*local))
                    .all(|local| inputs.contains(local))
                    && body.locals.indices().any(named)
        }),
        Expr::Reference(lent) if has_parts && lent.mutability.is_none() => match &*lent.expr {
            Expr::Index(index) if matches!(*index.index, Expr::Range(_)) => {
                is_input(body, inputs, &index.expr, has_parts)
            }
            _ => false,
        },
        _ => false,
    }
}
