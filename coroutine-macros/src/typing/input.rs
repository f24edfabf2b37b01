//! Locals that hold an input, or a part of one that has the same type, wherever they get a value: each transition shows their type by itself.

use crate::ir::{Body, Index as _, LocalSet};
use std::collections::HashSet;
use syn::{Expr, Pat, Stmt, Type};

/// Those. At first all but the function's `params` may be; what is given anything else is none, nor is what is made of it.
pub(super) fn inputs(body: &Body, params: usize, input: &Type) -> LocalSet {
    let mut inputs = LocalSet::empty(&body.locals);
    inputs.extend(body.locals.indices().filter(|local| local.index() >= params));
    // A part of a slice is a slice.
    let has_parts =
        matches!(input, Type::Reference(lent) if lent.mutability.is_none() && is_slice(&lent.elem));
    loop {
        let others = body.locals.iter().filter(|(local, _)| !inputs.contains(*local));
        let others = others.map(|(_, decl)| decl.ident.to_string()).collect();
        let known = Known { body, others, has_parts };
        let mut lost = LocalSet::empty(&body.locals);
        for (_, block) in body.blocks.iter() {
            let statements = block.statements.iter().map(|statement| value(&statement.stmt));
            for (effects, value) in block.pieces(body).into_iter().zip(statements.chain([None])) {
                if !value.is_some_and(|value| known.is_input(value)) {
                    lost.extend(effects.binds.iter().chain(effects.assigns.keys()).copied());
                    lost.extend(effects.leaves_with.iter().copied());
                }
            }
        }
        let before = inputs.iter().count();
        lost.iter().for_each(|local| inputs.remove(local));
        if inputs.iter().count() == before {
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
        Stmt::Local(local) if matches!(local.pat, Pat::Ident(_)) => {
            local.init.as_ref().map(|init| &*init.expr)
        }
        _ => None,
    }
}

/// What is known of the locals so far.
struct Known<'b> {
    body: &'b Body,
    /// The names of those that are no inputs.
    others: HashSet<String>,
    has_parts: bool,
}

impl Known<'_> {
    fn is_input(&self, value: &Expr) -> bool {
        match value {
            Expr::Path(path) => path.path.get_ident().is_some_and(|name| {
                let is_local = || self.body.locals.iter().any(|(_, decl)| decl.ident == *name);
                // A local of the user's may be called `input` too.
                let is_other = self.others.contains(&name.to_string());
                !is_other && (*name == crate::ir::input() || is_local())
            }),
            Expr::Reference(lent) if self.has_parts && lent.mutability.is_none() => {
                matches!(&*lent.expr, Expr::Index(index)
                    if matches!(*index.index, Expr::Range(_)) && self.is_input(&index.expr))
            }
            _ => false,
        }
    }
}
