//! The labels of the expansion: the user's own where they wrote one, and names that only what stands inside of another needs
//! to number.

use crate::ir::{BlockId, Body, Index};
use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

/// The label of a block of the graph, until it is known which labels are around it.
pub(super) fn label(base: &str, block: BlockId) -> TokenStream {
    let name = Ident::new(&format!("{base}{MARK}{}", block.index()), Span::mixed_site());
    let quote = Punct::new('\'', Spacing::Joint);
    quote!(#quote #name)
}

/// What no label of a user's has in it.
const MARK: &str = "__block";

/// A label, and what it is printed as.
type Open = (String, String);

/// Gives each label the shortest name that none around it has.
pub(super) fn named(body: &Body, tokens: TokenStream) -> TokenStream {
    in_labels(body, tokens, &mut Vec::new())
}

fn in_labels(body: &Body, tokens: TokenStream, open: &mut Vec<Open>) -> TokenStream {
    let mut printed = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    let outside = open.len();
    while let Some(token) = tokens.next() {
        let behind_quote =
            matches!(printed.last(), Some(TokenTree::Punct(punct)) if is(punct, '\''));
        printed.push(match token {
            TokenTree::Group(group) => {
                let inner = in_labels(body, group.stream(), open);
                // The block that the label stands in front of.
                if group.delimiter() == Delimiter::Brace {
                    open.truncate(outside);
                }
                let mut inner = Group::new(group.delimiter(), inner);
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            TokenTree::Ident(ident) if behind_quote => {
                let name = ident.to_string();
                if matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if is(punct, ':')) {
                    let shown = shown(body, &name, open);
                    open.push((name.clone(), shown));
                }
                let shown = open.iter().rev().find(|(known, _)| *known == name);
                let shown = shown.map_or(&*name, |(_, shown)| shown);
                TokenTree::Ident(crate::naming::ident(shown, ident.span()))
            }
            token => token,
        });
    }
    printed.into_iter().collect()
}

/// The user's own label, if there is one, or what it is for; with a number if one around it is called so.
fn shown(body: &Body, name: &str, open: &[Open]) -> String {
    let Some((base, index)) = name.split_once(MARK) else { return name.to_owned() };
    let is_at = |block: &BlockId| index.parse() == Ok(block.index());
    let written = body.labels.iter().find(|(block, _)| is_at(block));
    let base = written.map_or_else(|| base.to_owned(), |(_, label)| label.to_string());
    crate::naming::unused(&base, |name| open.iter().any(|(_, shown)| shown == name))
}

fn is(punct: &Punct, c: char) -> bool {
    punct.as_char() == c
}
