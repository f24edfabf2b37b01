//! Whether a statement that jumps out holds anything where it does: a local of a block in it, or a temporary. That is dropped by the
//! jump, before what it leads to, and its names are not to be seen there; so that must not stand at the jump itself.

use super::{BasicBlock, BlockId, Body, Effects, Statement, Terminator, as_exit};
use proc_macro2::TokenStream;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Stmt};

impl Body {
    /// Gives each jump out of a statement that may hold something a block of its own, which stands behind the statement.
    pub(crate) fn set_exits_apart(&mut self) {
        let blocks: Vec<BlockId> = self.blocks.indices().collect();
        for block in blocks {
            let Terminator::Exec { stmt, exits, .. } = &self.blocks[block].terminator else {
                continue;
            };
            if is_bare(stmt) {
                continue;
            }
            let targets = exits.clone();
            let apart: Vec<BlockId> = targets
                .into_iter()
                .map(|target| {
                    let nothing = Stmt::Expr(Expr::Verbatim(TokenStream::new()), None);
                    let statements = vec![Statement { stmt: nothing, effects: Effects::default() }];
                    let (scope, at) = (self.blocks[target].scope, self.blocks[target].at);
                    let terminator = Terminator::Goto(target);
                    self.blocks.push(BasicBlock {
                        scope,
                        at,
                        taken: Vec::new(),
                        statements,
                        terminator,
                    })
                })
                .collect();
            if let Terminator::Exec { exits, .. } = &mut self.blocks[block].terminator {
                *exits = apart;
            }
        }
    }

    /// Whether control comes to `target` by a jump out of a statement that may hold something.
    pub(crate) fn is_apart(&self, block: BlockId, target: BlockId) -> bool {
        match &self.blocks[block].terminator {
            Terminator::Exec { stmt, exits, .. } => exits.contains(&target) && !is_bare(stmt),
            _ => false,
        }
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
