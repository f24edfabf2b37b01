//! `on_close! { … }`.

use super::Lowerer;
use crate::catalogue;
use crate::ir::{Handler, ScopeId};
use crate::markers;
use syn::{Block, Expr, Macro, Stmt};

impl Lowerer<'_> {
    pub(super) fn handler(&mut self, mac: &Macro) {
        let path = &mac.path;
        let mut block = match mac.parse_body_with(Block::parse_within) {
            Ok(stmts) => Block { brace_token: syn::token::Brace::default(), stmts },
            Err(error) => {
                return self.errors.spanned(error.span(), catalogue::handler_not_a_block(&error));
            }
        };
        if let [Stmt::Expr(closure @ Expr::Closure(_), None)] = block.stmts.as_slice() {
            return self.errors.instead_of_rustc(closure, catalogue::handler_is_a_closure());
        }
        let waits = markers::spans(&block);
        for span in &waits {
            self.errors.spanned(*span, catalogue::wait_in_handler());
        }
        if !waits.is_empty() {
            return;
        }
        let scope = self.scope;
        if self.body.scopes[scope].handler.is_some() {
            self.errors.at(path, catalogue::handler_twice());
            return;
        }
        let is_inner = self.body.scopes[scope].parent != Some(ScopeId::first());
        if is_inner && crate::evident::gives_value(&block) {
            self.errors.at(block.stmts.last(), catalogue::handler_value_unused());
        }
        let effects = self.resolver().handler(&mut block);
        self.body.scopes[scope].handler = Some(Handler { block, effects, of_inner: false });
    }
}
