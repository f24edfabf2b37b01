//! `on_close! { … }`.

use super::Lowerer;
use crate::ir::Handler;
use crate::markers;
use syn::{Block, Macro};

impl Lowerer<'_> {
    pub(super) fn handler(&mut self, mac: &Macro) {
        let path = &mac.path;
        let mut block = match mac.parse_body_with(Block::parse_within) {
            Ok(stmts) => Block { brace_token: syn::token::Brace::default(), stmts },
            Err(error) => return self.errors.push(error),
        };
        let waits = markers::spans(&block);
        for span in &waits {
            let error =
                "a close handler cannot wait: nothing is sent to a consumer that is being closed";
            self.errors.spanned(*span, error);
        }
        if !waits.is_empty() {
            return;
        }
        let scope = self.scope;
        if self.body.scopes[scope].handler.is_some() {
            let error = "a block has one close handler: put both into one `on_close!`";
            self.errors.at(path, error);
            return;
        }
        let effects = self.resolver().handler(&mut block);
        self.body.scopes[scope].handler = Some(Handler { block, effects, of_inner: false });
    }
}
