//! Blocks and statements.

use super::{Dest, Lowerer};
use crate::catalogue;
use crate::ir::{Certainty, Effects, Terminator};
use crate::markers::{self, Marker};
use crate::sites;
use crate::source::head;
use crate::std_macros::is_panic;
use proc_macro2::{Ident, TokenTree};
use quote::ToTokens;
use syn::{Block, Expr, Stmt};

impl Lowerer<'_> {
    /// A block that is opened, in a scope of its own.
    pub(super) fn block(&mut self, block: Block, dest: Dest) {
        self.in_scope(|lowerer| {
            let tail = tail(&block.stmts);
            let has_items = block.stmts.iter().any(|stmt| matches!(stmt, Stmt::Item(_)));
            if has_items {
                let rest = block.stmts.iter().rev().map(ToTokens::to_token_stream).collect();
                lowerer
                    .block_tokens
                    .push(super::BlockTokens { whole: block.to_token_stream(), rest });
            }
            for (index, stmt) in block.stmts.into_iter().enumerate() {
                if lowerer.stmt_opens(&stmt) {
                    lowerer.refuse_cfg(&stmt);
                }
                match stmt {
                    Stmt::Macro(stmt) if Some(index) == tail => {
                        lowerer.opened_statement(macro_expr(&stmt), dest);
                    }
                    Stmt::Expr(expr, None) if Some(index) == tail => {
                        lowerer.opened_statement(expr, dest);
                    }
                    stmt => lowerer.stmt(stmt),
                }
                if has_items && let Some(tokens) = lowerer.block_tokens.last_mut() {
                    tokens.rest.pop();
                }
            }
            if has_items {
                lowerer.block_tokens.pop();
            }
            if tail.is_none() {
                lowerer.unit(dest);
            }
        });
    }

    /// The value of what has none.
    pub(super) fn unit(&mut self, dest: Dest) {
        match dest {
            Dest::Ignore => {}
            Dest::Local(local) => self.assign(local, syn::parse_quote!(())),
            Dest::Return => {
                self.terminate(Terminator::Return { value: None, effects: Effects::default() });
                self.diverge();
            }
        }
    }

    /// A statement of its own, whose temporaries end with it.
    fn opened_statement(&mut self, expr: Expr, dest: Dest) {
        self.source = head(&expr);
        self.assigns = assigned(&expr);
        self.in_scope(|lowerer| lowerer.expr(expr, dest));
    }

    /// The compiler decides later whether what bears a `#[cfg]` is there at all; a state cannot be there or not.
    pub(super) fn refuse_cfg(&mut self, code: impl ToTokens) {
        let mut tokens = code.into_token_stream().into_iter();
        while let (Some(TokenTree::Punct(hash)), Some(TokenTree::Group(attribute))) =
            (tokens.next(), tokens.next())
        {
            let name = attribute.stream().into_iter().next().map(|name| name.to_string());
            if hash.as_char() == '#' && matches!(name.as_deref(), Some("cfg" | "cfg_attr")) {
                self.errors.at(attribute, catalogue::wait_configured_away());
            }
        }
    }

    fn stmt_opens(&self, stmt: &Stmt) -> bool {
        match stmt {
            Stmt::Local(local) => local.init.as_ref().is_some_and(|init| {
                let otherwise = init.diverge.as_ref();
                self.opens(&init.expr) || otherwise.is_some_and(|(_, expr)| self.opens(expr))
            }),
            Stmt::Expr(expr, _) => self.opens(expr),
            Stmt::Macro(stmt) => {
                let is_handler = Marker::of(&stmt.mac) == Some(Marker::OnClose);
                markers::macro_opens(&stmt.mac) || (!is_handler && self.opens(&macro_expr(stmt)))
            }
            Stmt::Item(_) => false,
        }
    }

    pub(super) fn stmt(&mut self, stmt: Stmt) {
        match stmt {
            Stmt::Item(item) => self.item(item),
            Stmt::Macro(stmt) if Marker::of(&stmt.mac) == Some(Marker::OnClose) => {
                self.handler(&stmt.mac);
            }
            Stmt::Expr(Expr::Macro(expr), _) if Marker::of(&expr.mac) == Some(Marker::OnClose) => {
                self.handler(&expr.mac);
            }
            stmt @ Stmt::Macro(_) if self.stmt_opens(&stmt) => {
                if let Stmt::Macro(stmt) = &stmt {
                    self.opened_statement(macro_expr(stmt), Dest::Ignore);
                }
            }
            Stmt::Local(local) => self.local(local),
            // `_ = value;` drops it at once, as `let _ = value;` does.
            Stmt::Expr(Expr::Assign(assign), semi)
                if matches!(*assign.left, Expr::Infer(_)) && self.opens(&assign.right) =>
            {
                let semi = semi.unwrap_or_default();
                let value = assign.right;
                if let Stmt::Local(mut local) = syn::parse_quote!(let _ = () #semi) {
                    if let Some(init) = &mut local.init {
                        init.expr = value;
                    }
                    self.local(local);
                }
            }
            Stmt::Expr(mut expr, Some(_)) if self.opens(&expr) && gives_value(&expr) => {
                self.source = head(&expr);
                // Its value is dropped behind all that is in it.
                self.in_scope(|lowerer| {
                    let value = lowerer.declared("value");
                    lowerer.typed_by(value, sites::of(&mut expr));
                    lowerer.expr(expr, Dest::Local(value));
                });
            }
            Stmt::Expr(expr, _) if self.opens(&expr) || is_jump(&expr) => {
                self.opened_statement(expr, Dest::Ignore);
            }
            stmt => {
                let mut stmt = self.stmt_in_guard(stmt);
                let ends = never_ends(&stmt);
                let effects = self.resolver().statement(&mut stmt);
                self.push(stmt, effects);
                if ends {
                    self.diverge();
                }
            }
        }
    }

    pub(super) fn assign(&mut self, local: crate::ir::Local, mut value: Expr) {
        let mut effects = self.resolver().value(&mut value);
        // Where the value itself leaves, it has not been given.
        let leaves_with = std::mem::take(&mut effects.leaves_with);
        effects.assign(local, Certainty::Always);
        effects.leaves_with = leaves_with;
        let ident = self.body.locals[local].ident.clone();
        self.push(crate::ir::assign_stmt(&ident, &value), effects);
    }
}

fn macro_expr(stmt: &syn::StmtMacro) -> Expr {
    Expr::Macro(syn::ExprMacro { attrs: stmt.attrs.clone(), mac: stmt.mac.clone() })
}

/// The statement that is the block's value: its last expression, a handler behind it aside.
fn tail(stmts: &[Stmt]) -> Option<usize> {
    let is_handler = |stmt: &Stmt| match stmt {
        Stmt::Macro(stmt) => Marker::of(&stmt.mac) == Some(Marker::OnClose),
        Stmt::Expr(Expr::Macro(expr), _) => Marker::of(&expr.mac) == Some(Marker::OnClose),
        _ => false,
    };
    let last = stmts.iter().rposition(|stmt| !is_handler(stmt))?;
    matches!(
        &stmts[last],
        Stmt::Expr(_, None) | Stmt::Macro(syn::StmtMacro { semi_token: None, .. })
    )
    .then_some(last)
}

/// A statement that control does not come out of: `panic!();`, a `loop` without a `break`.
pub(super) fn never_ends(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Macro(stmt) => is_panic(&stmt.mac),
        Stmt::Expr(Expr::Macro(expr), _) => is_panic(&expr.mac),
        Stmt::Expr(Expr::Loop(expr), _) => !super::breaks::breaks(expr),
        Stmt::Expr(Expr::Call(call), _) => {
            let Expr::Path(path) = &*call.func else { return false };
            let mut names =
                path.path.segments.iter().rev().map(|segment| segment.ident.to_string());
            let ends = names.next().is_some_and(|name| name == "exit" || name == "abort");
            ends && names.next().is_some_and(|name| name == "process")
        }
        _ => false,
    }
}

/// Expressions that are opened into blocks, and give their value on each way.
pub(super) fn is_control(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(inner) => is_control(&inner.expr),
        Expr::Group(inner) => is_control(&inner.expr),
        Expr::If(_)
        | Expr::Match(_)
        | Expr::Loop(_)
        | Expr::While(_)
        | Expr::ForLoop(_)
        | Expr::Block(_) => true,
        Expr::Binary(binary) => matches!(binary.op, syn::BinOp::And(_) | syn::BinOp::Or(_)),
        Expr::Macro(call) => Marker::of(&call.mac) == Some(Marker::Delegate),
        _ => false,
    }
}

/// `x` of `x = recv!()` and `x += recv!()`: what waits is for it.
fn assigned(expr: &Expr) -> Option<Ident> {
    let (left, right) = match expr {
        Expr::Assign(assign) => (&assign.left, &assign.right),
        Expr::Binary(binary) => (&binary.left, &binary.right),
        _ => return None,
    };
    let Expr::Path(path) = &**left else { return None };
    path.path.get_ident().filter(|_| markers::count(right) == 1).cloned()
}

/// `if`, `match` or a block that ends in an expression.
fn gives_value(expr: &Expr) -> bool {
    let ends = |block: &Block| matches!(block.stmts.last(), Some(Stmt::Expr(tail, None)) if !matches!(tail, Expr::While(_) | Expr::ForLoop(_)));
    match expr {
        Expr::If(expr) => ends(&expr.then_branch) && expr.else_branch.is_some(),
        Expr::Paren(inner) => gives_value(&inner.expr),
        Expr::Block(expr) => ends(&expr.block),
        Expr::Match(expr) => {
            let is_unit = |body: &Expr| matches!(body, Expr::Block(body) if !ends(&body.block));
            !expr.arms.iter().all(|arm| is_unit(&arm.body) || is_jump(&arm.body))
        }
        _ => false,
    }
}

/// Expressions that are statements without a semicolon.
pub(super) fn is_block_like(expr: &Expr) -> bool {
    use Expr as E;
    matches!(
        expr,
        E::If(_)
            | E::Match(_)
            | E::Loop(_)
            | E::While(_)
            | E::ForLoop(_)
            | E::Block(_)
            | E::Unsafe(_)
    )
}

pub(super) fn is_jump(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(inner) => is_jump(&inner.expr),
        Expr::Group(inner) => is_jump(&inner.expr),
        expr => matches!(expr, Expr::Return(_) | Expr::Break(_) | Expr::Continue(_)),
    }
}
