//! The variables of a transition that take their type from the body as written: `same_type!(x, x_);` where they come into scope.

use super::Emitter;
use super::flow::Flow;
use crate::ir::{BlockId, Effects, Local};
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::collections::HashSet;
use syn::{Expr, Pat, Stmt};

impl Emitter<'_> {
    pub(super) fn tied_to_type(&self, locals: impl IntoIterator<Item = Local>) -> TokenStream {
        let Some(typing) = self.typing else { return TokenStream::new() };
        let loose = locals.into_iter().filter(|local| typing.loose.contains(local));
        let tied = loose.filter_map(|local| {
            let (name, witness) = (&self.body.locals[local].ident, typing.witnesses.get(&local)?);
            Some(quote!(::coroutine_runtime::__private::same_type!(#name, #witness);))
        });
        tied.collect()
    }

    /// Whether some code names a witness: a closure captures it then, by value.
    pub(super) fn moves(&self, code: &TokenStream) -> Option<TokenStream> {
        let typing = self.typing.filter(|typing| !typing.loose.is_empty())?;
        let loose = typing.loose.iter().filter_map(|local| typing.witnesses.get(local));
        let names: HashSet<String> = loose.map(ToString::to_string).collect();
        mentions_any(code, &names).then(|| quote!(move))
    }
}

/// Whether an identifier of one of these names stands anywhere among the tokens.
fn mentions_any(code: &TokenStream, names: &HashSet<String>) -> bool {
    code.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => names.contains(&ident.to_string()),
        TokenTree::Group(group) => mentions_any(&group.stream(), names),
        _ => false,
    })
}

impl Flow<'_, '_> {
    /// What a statement brings into scope.
    pub(super) fn tied(&self, block: BlockId, effects: &Effects) -> TokenStream {
        let locals = effects.binds.iter().chain(&effects.declares).copied();
        self.emitter.tied_to_type(locals.filter(|local| !self.lies(block, *local)))
    }

    /// `x = x_.keep(0);` for `x = 0;`: rustc sees that a number is always the same in this transition, where it is not in the body, and
    /// would lint what comes of it.
    pub(super) fn with_type(&self, block: BlockId, effects: &Effects, mut stmt: Stmt) -> Stmt {
        let Some(typing) = self.emitter.typing else { return stmt };
        let given = effects.assigns.keys().chain(&effects.binds).copied();
        let mut given = given.filter(|local| !self.lies(block, *local));
        let (Some(local), None) = (given.next(), given.next()) else { return stmt };
        let value = match &mut stmt {
            Stmt::Local(declared) if matches!(declared.pat, Pat::Ident(_)) => {
                declared.init.as_mut().map(|init| &mut *init.expr)
            }
            Stmt::Expr(Expr::Assign(assign), _) if matches!(*assign.left, Expr::Path(_)) => {
                Some(&mut *assign.right)
            }
            _ => None,
        };
        if typing.loose.contains(&local)
            && let (Some(value), Some(witness)) = (value, typing.witnesses.get(&local))
            && crate::evident::is_constant_number(value)
        {
            *value = Expr::Verbatim(quote!(#witness.keep(#value)));
        }
        stmt
    }

    /// What a pattern or condition binds, of the locals that a branch does.
    pub(super) fn tied_in(&self, code: &impl ToTokens, effects: &Effects) -> TokenStream {
        if self.emitter.typing.is_none_or(|typing| typing.loose.is_empty()) {
            return TokenStream::new();
        }
        let tokens = code.to_token_stream();
        let named = |local: &Local| {
            let name = self.emitter.body.locals[*local].ident.to_string();
            crate::parse::mentions(&tokens, &name)
        };
        self.emitter.tied_to_type(effects.binds.iter().copied().filter(named))
    }
}
