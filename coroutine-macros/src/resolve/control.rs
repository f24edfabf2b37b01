//! Control flow inside of a piece: which ways there are, and which of them leave it.

use super::jump::Inner;
use super::{Resolver, Use, bind};
use crate::ir::Local;
use crate::std_macros::is_panic;
use syn::Expr;

impl Resolver<'_> {
    /// What a branch or block evaluates to is moved out of it, wherever it stands.
    pub(super) fn control(&mut self, expr: &mut Expr) {
        match expr {
            Expr::If(expr) => {
                // What the condition binds, the first branch sees alone.
                let mut ways = Vec::new();
                self.scope(|resolver| {
                    let taken = resolver.head(&mut expr.cond);
                    let leaves = resolver.diverges(&expr.then_branch);
                    ways.push(resolver.way(leaves, |resolver| {
                        resolver.take(taken);
                        resolver.block(&mut expr.then_branch, Use::Value);
                    }));
                });
                ways.push(match &mut expr.else_branch {
                    Some((_, otherwise)) => {
                        let leaves = self.leaves(otherwise);
                        self.way(leaves, |resolver| resolver.expr(otherwise, Use::Value))
                    }
                    None => self.way(false, |_| {}),
                });
                self.fork(ways);
            }
            Expr::Match(expr) => {
                let scrutinized = self.named_local(&expr.expr);
                let moves = expr.arms.iter().any(|arm| super::moves(&arm.pat));
                self.mutating = expr.arms.iter().any(|arm| bind::changes(&arm.pat));
                self.expr(&mut expr.expr, if moves { Use::Part } else { Use::Place });
                let mut ways = Vec::new();
                for arm in &mut expr.arms {
                    self.scope(|resolver| {
                        let taken = scrutinized.filter(|_| super::moves(&arm.pat));
                        resolver.bind_inner(&mut arm.pat);
                        let leaves = resolver.leaves(&arm.body);
                        ways.push(resolver.way(leaves, |resolver| {
                            resolver.take(taken);
                            resolver.expr(&mut arm.body, Use::Value);
                        }));
                    });
                }
                self.fork(ways);
            }
            Expr::While(expr) => self.scope(|resolver| {
                let label = expr.label.as_ref().map(|label| label.name.clone());
                resolver.expr(&mut expr.cond, Use::Value);
                resolver.sometimes(|resolver| {
                    resolver.inside(Inner::Loop(label), |resolver| {
                        resolver.block(&mut expr.body, Use::Value);
                    });
                });
            }),
            Expr::ForLoop(expr) => {
                let label = expr.label.as_ref().map(|label| label.name.clone());
                self.expr(&mut expr.expr, Use::Value);
                self.scope(|resolver| {
                    resolver.bind_inner(&mut expr.pat);
                    resolver.sometimes(|resolver| {
                        resolver.inside(Inner::Loop(label), |resolver| {
                            resolver.block(&mut expr.body, Use::Value);
                        });
                    });
                });
            }
            Expr::Loop(expr) => {
                let label = expr.label.as_ref().map(|label| label.name.clone());
                self.sometimes(|resolver| {
                    resolver.inside(Inner::Loop(label), |resolver| {
                        resolver.block(&mut expr.body, Use::Value);
                    });
                });
            }
            Expr::Block(expr) => match &expr.label {
                Some(label) => {
                    let label = Inner::Block(label.name.clone());
                    self.sometimes(|resolver| {
                        resolver
                            .inside(label, |resolver| resolver.block(&mut expr.block, Use::Value));
                    });
                }
                // Its value is moved out, wherever the block stands: `{ x }.close()` takes `x`.
                None => self.block(&mut expr.block, Use::Value),
            },
            _ => unreachable!("called on control flow"),
        }
    }

    /// The condition of an `if`. Says which local an `if let` takes by value, if it goes on with the block.
    fn head(&mut self, cond: &mut Expr) -> Option<Local> {
        let Expr::Let(cond) = cond else {
            self.expr(cond, Use::Value);
            return None;
        };
        let moves = super::moves(&cond.pat);
        self.mutating = bind::changes(&cond.pat);
        let taken = self.named_local(&cond.expr).filter(|_| moves);
        self.expr(&mut cond.expr, if moves { Use::Part } else { Use::Place });
        self.bind_inner(&mut cond.pat);
        taken
    }

    fn take(&mut self, taken: Option<Local>) {
        if let Some(local) = taken {
            self.mention(local, Use::Perhaps);
        }
    }

    /// The local that an expression is, and no part of it.
    fn named_local(&self, expr: &Expr) -> Option<Local> {
        match expr {
            Expr::Path(path) => self.lookup(path.path.get_ident()?),
            Expr::Paren(inner) => self.named_local(&inner.expr),
            _ => None,
        }
    }

    /// Whether a block surely leaves the piece: its last statement returns, jumps out or panics.
    pub(super) fn diverges(&self, block: &syn::Block) -> bool {
        match block.stmts.last() {
            Some(syn::Stmt::Expr(expr, _)) => self.leaves(expr),
            Some(syn::Stmt::Macro(stmt)) => is_panic(&stmt.mac),
            _ => false,
        }
    }

    pub(super) fn leaves(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Return(_) => true,
            Expr::Break(jump) => self.jumps_out(jump.label.as_ref()),
            Expr::Continue(jump) => self.jumps_out(jump.label.as_ref()),
            Expr::Macro(expr) => is_panic(&expr.mac),
            Expr::Block(expr) => expr.label.is_none() && self.diverges(&expr.block),
            Expr::Paren(inner) => self.leaves(&inner.expr),
            Expr::If(expr) => {
                let otherwise = expr.else_branch.as_ref();
                self.diverges(&expr.then_branch)
                    && otherwise.is_some_and(|(_, otherwise)| self.leaves(otherwise))
            }
            _ => false,
        }
    }
}
