//! What the attribute is given, as text and as tokens.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use std::fmt;

/// A macro by this name stands for a group without delimiters, which no text can say: `invisible!(1 + x)`.
const INVISIBLE: &str = "invisible";

/// The attribute's arguments, and what it stands on.
#[derive(Clone, Default)]
pub struct Source {
    /// Of `#[consumer(u8, batch)]`: `u8, batch`.
    pub attribute: TokenStream,
    /// `fn sum() -> u32 { … }`
    pub item: TokenStream,
}

impl Source {
    /// Of `#[consumer(u8)] fn sum() { … }`, or of anything else that has tokens. `None` if it has none.
    #[must_use]
    pub fn read(text: &str) -> Option<Source> {
        let tokens: Vec<TokenTree> =
            text.parse::<TokenStream>().ok().map(hidden)?.into_iter().collect();
        let attribute = match &*tokens {
            [TokenTree::Punct(hash), TokenTree::Group(attribute), ..] if hash.as_char() == '#' => {
                arguments(attribute.stream())
            }
            _ => None,
        };
        let behind = if attribute.is_some() { 2 } else { 0 };
        let item = tokens.into_iter().skip(behind).collect();
        Some(Source { attribute: attribute.unwrap_or_default(), item })
    }
}

/// Of `consumer(…)`, or `consumer`.
fn arguments(attribute: TokenStream) -> Option<TokenStream> {
    let mut tokens = attribute.into_iter();
    match tokens.next()? {
        TokenTree::Ident(ident) if ident == "consumer" => {}
        _ => return None,
    }
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) => Some(group.stream()),
        (None, _) => Some(TokenStream::new()),
        _ => None,
    }
}

/// With `invisible!(…)` as the group that it stands for.
fn hidden(tokens: TokenStream) -> TokenStream {
    let mut seen: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            seen.push(token);
            continue;
        };
        let mut delimiter = group.delimiter();
        if let [.., TokenTree::Ident(name), TokenTree::Punct(call)] = &*seen
            && name == INVISIBLE
            && call.as_char() == '!'
        {
            seen.truncate(seen.len() - 2);
            delimiter = Delimiter::None;
        }
        seen.push(Group::new(delimiter, hidden(group.stream())).into());
    }
    seen.into_iter().collect()
}

/// The reverse.
fn shown(tokens: TokenStream) -> TokenStream {
    let mut seen: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            seen.push(token);
            continue;
        };
        let mut delimiter = group.delimiter();
        if delimiter == Delimiter::None {
            seen.push(Ident::new(INVISIBLE, Span::call_site()).into());
            seen.push(Punct::new('!', Spacing::Alone).into());
            delimiter = Delimiter::Parenthesis;
        }
        seen.push(Group::new(delimiter, shown(group.stream())).into());
    }
    seen.into_iter().collect()
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (attribute, item) = (shown(self.attribute.clone()), shown(self.item.clone()));
        writeln!(f, "#[consumer({attribute})]\n{item}")
    }
}
