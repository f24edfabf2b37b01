//! Whether a statement that jumps out holds anything where it does: a local of a block in it, or a temporary. That is dropped by the
//! jump, before what it leads to; so that must not stand at the jump itself.

use crate::ir::{BlockId, Body, Terminator, as_exit};
use syn::visit::{self, Visit};
use syn::{Block, Expr, Stmt};

/// Whether a block ends in a statement that may hold something where it jumps to `target`.
pub(super) fn holds_at_exit(body: &Body, block: BlockId, target: BlockId) -> bool {
    match &body.blocks[block].terminator {
        Terminator::Exec { stmt, exits, .. } => exits.contains(&target) && !is_bare(stmt),
        _ => false,
    }
}

/// Nothing is held at any jump: `if c { x = 1; jump }`, `let PATTERN = init else { jump };`.
fn is_bare(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Local(local) => local.init.as_ref().is_some_and(|init| {
            let otherwise = init.diverge.as_ref();
            !jumps(&init.expr) && otherwise.is_none_or(|(_, otherwise)| is_bare_expr(otherwise))
        }),
        Stmt::Expr(expr, _) => is_bare_expr(expr),
        _ => false,
    }
}

fn is_bare_expr(expr: &Expr) -> bool {
    match expr {
        Expr::If(expr) => {
            let binds = matches!(&*expr.cond, Expr::Let(_)) || has_let(&expr.cond);
            let otherwise = expr.else_branch.as_ref();
            !binds
                && !jumps(&expr.cond)
                && is_bare_block(&expr.then_branch)
                && otherwise.is_none_or(|(_, otherwise)| is_bare_expr(otherwise))
        }
        Expr::Block(expr) => is_bare_block(&expr.block),
        Expr::Macro(call) => as_exit(&call.mac).is_some() || !jumps(expr),
        expr => !jumps(expr),
    }
}

fn is_bare_block(block: &Block) -> bool {
    let mut locals = false;
    block.stmts.iter().all(|stmt| {
        let bare = is_bare(stmt) && !(locals && stmt_jumps(stmt));
        locals |= matches!(stmt, Stmt::Local(_));
        bare
    })
}

fn has_let(cond: &Expr) -> bool {
    match cond {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        Expr::Paren(inner) => has_let(&inner.expr),
        _ => false,
    }
}

#[derive(Default)]
struct Jumps(bool);

impl<'ast> Visit<'ast> for Jumps {
    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        self.0 |= mac.path.is_ident("__exit") || mac.tokens.to_string().contains("__exit");
        visit::visit_macro(self, mac);
    }
}

fn jumps(expr: &Expr) -> bool {
    let mut jumps = Jumps::default();
    jumps.visit_expr(expr);
    jumps.0
}

fn stmt_jumps(stmt: &Stmt) -> bool {
    let mut jumps = Jumps::default();
    jumps.visit_stmt(stmt);
    jumps.0
}
