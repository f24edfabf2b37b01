//! Locals that a transition restores, and that come into scope once more in it: `let mut length = 0;` at the start of a loop that
//! the last `recv!()` was in. Where nothing has to be dropped and the binding is a simple one, it is an assignment to what is there
//! already. So there is one variable, whichever way control came.

use crate::ir::{BlockId, Body, Local, LocalSet, Terminator};
use crate::parse::count;
use crate::resolve::bindings;
use quote::ToTokens;
use syn::{Expr, Pat, Stmt};

/// Those of `restored` that every binding in `blocks` can give their new value by an assignment.
pub(super) fn find(body: &Body, blocks: &[BlockId], restored: &LocalSet) -> LocalSet {
    let (mut found, mut refused) = (LocalSet::empty(&body.locals), LocalSet::empty(&body.locals));
    let may_be = |local: Local| {
        let decl = &body.locals[local];
        restored.contains(local) && decl.plain && !decl.rest && body.taken_again(local).is_none()
    };
    for &block in blocks {
        let data = &body.blocks[block];
        for statement in &data.statements {
            let effects = &statement.effects;
            for &local in effects.binds.iter().chain(&effects.declares).filter(|l| may_be(**l)) {
                let set = if is_simple(&statement.stmt) { &mut found } else { &mut refused };
                set.insert(local);
            }
        }
        let Some(effects) = data.terminator.effects() else { continue };
        for &local in effects.binds.iter().filter(|local| may_be(**local)) {
            let name = body.locals[local].ident.to_string();
            let once = match &data.terminator {
                Terminator::If { cond, .. } => count(&cond.to_token_stream(), &name) == 1,
                Terminator::Match { arms, .. } => arms.iter().all(|arm| {
                    let guarded = matches!(arm.pat, Pat::Guard(_));
                    !guarded || count(&arm.pat.to_token_stream(), &name) == 0
                }),
                _ => false,
            };
            let set = if once { &mut found } else { &mut refused };
            set.insert(local);
        }
    }
    // rustc is to say that a local which is not `mut` is changed.
    for effects in blocks.iter().flat_map(|block| body.blocks[*block].pieces(body)) {
        refused
            .extend(effects.opaque.iter().filter(|local| !body.locals[**local].mutable).copied());
    }
    refused.iter().for_each(|local| found.remove(local));
    found
}

/// What a simple `let` gives its local.
pub(crate) fn rebinding(stmt: &Stmt) -> Option<&Expr> {
    match stmt {
        Stmt::Local(local) if is_simple(stmt) => local.init.as_ref().map(|init| &*init.expr),
        _ => None,
    }
}

/// `let x = value;`, `let mut x: u8 = value;`, `let x;`
fn is_simple(stmt: &Stmt) -> bool {
    let Stmt::Local(local) = stmt else { return false };
    let pat = match &local.pat {
        Pat::Type(typed) => &*typed.pat,
        pat => pat,
    };
    let by_value = matches!(pat, Pat::Ident(pat) if pat.by_ref.is_none() && pat.subpat.is_none());
    let diverges = local.init.as_ref().is_some_and(|init| init.diverge.is_some());
    by_value && local.attrs.is_empty() && !diverges
}

/// Gives the bindings of a pattern that are `wanted` another name each. Says which.
pub(crate) fn rename(
    pat: &mut Pat,
    wanted: &dyn Fn(&proc_macro2::Ident) -> Option<Local>,
) -> Vec<(Local, proc_macro2::Ident)> {
    let mut renamed = Vec::new();
    bindings(pat, &mut |binding| {
        if let Some(local) = wanted(&binding.ident) {
            let text = format!("new_{}", binding.ident.to_string().trim_start_matches("r#"));
            let name = proc_macro2::Ident::new(&text, proc_macro2::Span::mixed_site());
            binding.ident = name.clone();
            binding.mutability = None;
            if !renamed.iter().any(|(known, _)| *known == local) {
                renamed.push((local, name));
            }
        }
    });
    renamed
}
