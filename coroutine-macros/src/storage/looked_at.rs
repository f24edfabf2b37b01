//! Calls on a local that leave its type alone, though a closure stands in the same piece of code.

use crate::ir::{BlockId, Body, Local, LocalSet, Terminator};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

/// Methods of a collection that keep nothing of the closure they are given.
const LOOKING: [&str; 14] = [
    "sort_by",
    "sort_by_key",
    "sort_by_cached_key",
    "sort_unstable_by",
    "sort_unstable_by_key",
    "retain",
    "retain_mut",
    "dedup_by",
    "dedup_by_key",
    "binary_search_by",
    "binary_search_by_key",
    "partition_point",
    "iter",
    "iter_mut",
];

/// Whether a piece mentions a local only to call methods on it that are given no closure, or keep none.
pub(super) fn is_looked_at(
    body: &Body,
    own_type: &LocalSet,
    (block, piece): (BlockId, usize),
    local: Local,
) -> bool {
    let data = &body.blocks[block];
    let code = match (data.statements.get(piece), &data.terminator) {
        (Some(statement), _) => statement.stmt.to_token_stream(),
        (None, Terminator::If { cond, .. }) => cond.to_token_stream(),
        (None, Terminator::Match { scrutinee, .. }) => scrutinee.to_token_stream(),
        (None, Terminator::Exec { stmt, .. }) => stmt.to_token_stream(),
        (None, Terminator::Return { value, .. }) => value.to_token_stream(),
        _ => return false,
    };
    Looking { body, own_type, name: body.locals[local].ident.to_string() }.is_all(code)
}

struct Looking<'b> {
    body: &'b Body,
    /// Those that a closure may be part of.
    own_type: &'b LocalSet,
    /// That of the local.
    name: String,
}

impl Looking<'_> {
    fn is_all(&self, tokens: TokenStream) -> bool {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        tokens.iter().enumerate().all(|(at, token)| match token {
            TokenTree::Group(group) => self.is_all(group.stream()),
            TokenTree::Ident(ident) if *ident == self.name => self.looks(&tokens[at + 1..]),
            _ => true,
        })
    }

    /// `.method(arguments)`
    fn looks(&self, behind: &[TokenTree]) -> bool {
        let [TokenTree::Punct(dot), TokenTree::Ident(method), rest @ ..] = behind else {
            return false;
        };
        let is_free = matches!(rest.first(), Some(TokenTree::Group(arguments)) if !self.has_closure(arguments.stream()));
        dot.as_char() == '.' && (is_free || LOOKING.iter().any(|known| method == known))
    }

    /// Whether a closure, or what has one in it, stands among the arguments of a call.
    fn has_closure(&self, tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Punct(punct) => punct.as_char() == '|',
            TokenTree::Group(group) => self.has_closure(group.stream()),
            TokenTree::Ident(name) => {
                self.own_type.iter().any(|own| self.body.locals[own].ident == name)
            }
            TokenTree::Literal(_) => false,
        })
    }
}
