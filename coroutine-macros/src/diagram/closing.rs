//! What happens to a consumer that is closed while it waits. The function's own handler guards every place; those of inner blocks guard
//! some.

use crate::ir::{Body, Handler, ScopeId, Suspension};
use crate::names::Names;
use crate::parse::Consumer;
use crate::source::head;
use quote::ToTokens;
use syn::Stmt;

/// `runs`, or `gives (good, bad)`: what the function's own handler does.
pub(super) fn of_function(consumer: &Consumer, body: &Body, names: &Names) -> Option<String> {
    let is_own = |scope: &ScopeId| is_own(body, *scope);
    let own = body
        .scopes
        .indices()
        .find(|scope| is_own(scope) && body.scopes[*scope].handler.is_some())?;
    let handler = body.scopes[own].handler.as_ref()?;
    match handler.block.stmts.last() {
        Some(Stmt::Expr(value, None)) if !Consumer::is_unit(&consumer.output) => {
            let value = names.printed(body, value.to_token_stream());
            let value = head(&syn::parse2(value).ok()?);
            let this = consumer.this.as_ref();
            let written = this.map_or_else(|| value.clone(), |this| this.as_written(&value));
            Some(format!("gives {written}"))
        }
        _ => Some("runs".to_owned()),
    }
}

/// How many handlers of inner blocks guard a place, not counting ours.
pub(super) fn of_blocks(body: &Body, suspension: Suspension) -> usize {
    let scope = body.blocks[body.suspensions[suspension].block].scope;
    let guards = body.scopes_from(scope).filter(|scope| !is_own(body, *scope));
    let handlers = guards.filter_map(|scope| body.scopes[scope].handler.as_ref());
    handlers.filter(|handler: &&Handler| !handler.of_inner).count()
}

/// Whether a scope is the function's body.
fn is_own(body: &Body, scope: ScopeId) -> bool {
    body.scopes[scope].parent == Some(ScopeId::first())
}
