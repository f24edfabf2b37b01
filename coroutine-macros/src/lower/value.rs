//! Where the value of an expression goes: one function of `lower` for each kind that is opened, and what is left as it was
//! written.

use super::block;
use super::temporary::calls_function;
use super::{Dest, Lowerer};
use crate::ir::Terminator;
use crate::markers::Marker;
use crate::sites;
use proc_macro2::Span;
use syn::{BinOp, Expr, Stmt, Token};

impl Lowerer<'_> {
    /// Lowers an expression so that its value goes to `dest`.
    pub(super) fn expr(&mut self, expr: Expr, dest: Dest) {
        let opens = self.opens(&expr);
        let mut expr = expr;
        self.site = sites::take(&mut expr);
        match expr {
            Expr::Return(expr) => {
                let span = expr.return_token.span.resolved_at(Span::mixed_site());
                let nothing = || syn::parse_quote_spanned!(span=> ());
                self.expr(expr.expr.map_or_else(nothing, |value| *value), Dest::Return);
                self.diverge();
            }
            Expr::Break(expr) => self.break_expr(expr),
            Expr::Continue(expr) => self.continue_expr(&expr),
            Expr::Block(expr) if expr.label.is_none() && expr.attrs.is_empty() => {
                self.block(expr.block, dest);
            }
            Expr::Paren(inner) if block::is_jump(&inner.expr) => self.expr(*inner.expr, dest),
            expr if !opens => self.verbatim(expr, dest),
            Expr::Macro(call) if Marker::of(&call.mac) == Some(Marker::Delegate) => {
                self.delegate(&call.mac, dest);
            }
            Expr::Paren(inner) => self.expr(*inner.expr, dest),
            Expr::Group(inner) => self.expr(*inner.expr, dest),
            Expr::If(expr) => self.if_expr(expr, dest),
            Expr::Match(expr) => self.match_expr(expr, dest),
            Expr::Loop(expr) => self.loop_expr(expr, dest),
            Expr::While(expr) => self.while_expr(expr, dest),
            Expr::ForLoop(expr) => self.for_expr(expr, dest),
            Expr::Block(expr) => self.block_expr(expr, dest),
            Expr::Binary(binary) if matches!(binary.op, BinOp::And(_) | BinOp::Or(_)) => {
                // `a && recv!() != 0` as a value.
                let cond = Box::new(crate::ir::head(Expr::Binary(binary)));
                let mut decision: syn::ExprIf = syn::parse_quote!(if true { true } else { false });
                // Not through tokens: what a macro kept together stays one piece.
                decision.cond = cond;
                self.expr(Expr::If(decision), dest);
            }
            expr => {
                let site = self.site.take();
                let value = self.operand_at(expr, site);
                self.site = site;
                self.verbatim(value, dest);
            }
        }
    }

    /// An expression that does not suspend any more.
    pub(super) fn verbatim(&mut self, expr: Expr, dest: Dest) {
        let mut expr = self.in_guard(expr);
        let site = sites::of(&mut expr).or(self.site.take());
        match dest {
            Dest::Ignore if is_nothing(&expr) => {}
            Dest::Ignore => {
                if is_input(&expr) {
                    expr = syn::parse_quote!(::core::mem::drop(#expr));
                }
                let semi = (!block::is_block_like(&expr)).then(|| Token![;](Span::mixed_site()));
                let mut stmt = Stmt::Expr(expr, semi);
                let ends = block::never_ends(&stmt);
                let effects = self.resolver().statement(&mut stmt);
                self.push(stmt, effects);
                if ends {
                    self.diverge();
                }
            }
            _ if is_panic(&expr) => {
                self.verbatim(expr, Dest::Ignore);
                self.diverge();
            }
            Dest::Local(local) => {
                self.body.may_diverge |= calls_function(&expr);
                self.assign(local, expr);
            }
            Dest::Return => {
                self.body.may_diverge |= calls_function(&expr);
                let mut effects = self.resolver().value(&mut expr);
                if !effects.exits.is_empty() {
                    // A jump needs a statement to stand in.
                    let value = self.synthetic("value", false, false);
                    self.typed_by(value, site);
                    let ident = self.body.locals[value].ident.clone();
                    effects.binds.push(value);
                    self.push(crate::ir::let_stmt(&ident, None, &expr), effects);
                    let value = self.mention(value);
                    return self.verbatim(value, Dest::Return);
                }
                self.terminate(Terminator::Return { value: Some(expr), effects });
                self.diverge();
            }
        }
    }
}

/// `()`, as an arm that does nothing has it.
pub(super) fn is_nothing(expr: &Expr) -> bool {
    matches!(expr, Expr::Tuple(tuple) if tuple.elems.is_empty())
}

fn is_input(expr: &Expr) -> bool {
    matches!(expr, Expr::Path(path) if path.path.is_ident(crate::resolve::INPUT))
}

fn is_panic(expr: &Expr) -> bool {
    matches!(expr, Expr::Macro(call) if crate::std_macros::is_panic(&call.mac))
}
