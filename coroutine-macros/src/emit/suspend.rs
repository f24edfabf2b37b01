//! A wait: what is kept for it is stored, and the pending send is answered.

use super::flow::{Code, Flow, Position};
use super::hidden;
use crate::ir::{BlockId, Local, Suspension};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Expr;

impl Flow<'_, '_> {
    pub(super) fn suspend(
        &self,
        block: BlockId,
        suspension: Suspension,
        at: Position,
        at_end: bool,
    ) -> Code {
        let emitter = self.emitter;
        let point = &emitter.body.suspensions[suspension];
        let (before, reply) = match &point.reply {
            None => (TokenStream::new(), quote!(())),
            Some(reply @ Expr::Lit(_)) => (TokenStream::new(), reply.to_token_stream()),
            Some(reply) => {
                let printed = self.rewritten(block, reply, &point.effects, &[]);
                let lies = |local: &Local| self.lies(block, *local);
                // What lies in the state is read before that is written.
                if matches!(reply, Expr::Path(_)) && !point.effects.reads.iter().any(lies) {
                    (TokenStream::new(), printed)
                } else {
                    let name = hidden("reply");
                    (quote!(let #name = #printed;), name.to_token_stream())
                }
            }
        };
        let answer = if at_end {
            quote!(return ::core::option::Option::None;)
        } else {
            self.transition.yielded(&reply, !at.tail)
        };
        let store = self.store(block, &point.state, emitter.saved(suspension), point.span);
        let claim = emitter.claim(emitter.layout.partition.claimed(point.resume), point.span);
        Code { tokens: quote!(#before #claim #store #answer), falls: false }
    }
}
