//! The names that stand for something in the graph, which a user's own of that name would be taken for.

use crate::catalogue;
use crate::diagnostics::Errors;
use crate::resolve::INPUT;
use proc_macro2::{TokenStream, TokenTree};

/// Reports each place where the user has one of them.
pub(super) fn check(tokens: TokenStream, errors: &mut Errors) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if ident == INPUT || ident == "__exit" => {
                errors.at(&ident, catalogue::name_reserved(&ident));
            }
            TokenTree::Group(group) => check(group.stream(), errors),
            _ => {}
        }
    }
}
