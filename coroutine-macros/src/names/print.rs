//! Puts the names in, token by token: what stands for a word of the user's alone is that word again, if the local is called so.

use super::Names;
use super::marks::{QUOTED, shortened};
use crate::ir::Body;
use crate::naming;
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use std::collections::HashMap;

impl Names {
    /// The tokens with the names of the locals.
    pub(crate) fn printed(&self, body: &Body, tokens: TokenStream) -> TokenStream {
        let mut by_placeholder: HashMap<String, String> = HashMap::new();
        for (local, name) in &self.0 {
            by_placeholder.insert(body.locals[*local].ident.to_string(), name.printed.clone());
        }
        Printing { by_placeholder }.tokens(tokens)
    }
}

struct Printing {
    by_placeholder: HashMap<String, String>,
}

impl Printing {
    fn tokens(&self, tokens: TokenStream) -> TokenStream {
        let mut printed: Vec<TokenTree> = Vec::new();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => printed.push(self.group(&group)),
                TokenTree::Ident(word) if word == QUOTED => {
                    tokens.next();
                    let Some(TokenTree::Group(quoted)) = tokens.next() else {
                        unreachable!("an `assert!` is told its words as a tuple")
                    };
                    message(&mut printed, &quoted);
                }
                TokenTree::Ident(word) => match shortened(&word) {
                    None => printed.push(TokenTree::Ident(self.name(&word).unwrap_or(word))),
                    Some(short) => {
                        let Some(mark) = tokens.next() else {
                            unreachable!("a short form stands for a longer one")
                        };
                        let mut value: Vec<TokenTree> = Vec::new();
                        while let Some(token) = tokens.next_if(|token| !is_comma(token)) {
                            value.push(token);
                        }
                        self.short(&mut printed, short, mark, value);
                    }
                },
                token => printed.push(token),
            }
        }
        printed.into_iter().collect()
    }

    fn group(&self, group: &Group) -> TokenTree {
        let mut inner = Group::new(group.delimiter(), self.tokens(group.stream()));
        inner.set_span(group.span());
        TokenTree::Group(inner)
    }

    fn name(&self, word: &Ident) -> Option<Ident> {
        let text = word.to_string();
        if let Some(name) = self.by_placeholder.get(&text) {
            return Some(naming::ident(name, word.span()));
        }
        // What is held under its name with a `_`, for no lint to mind it.
        let name = self.by_placeholder.get(text.strip_prefix('_')?)?;
        Some(Ident::new(&format!("_{}", name.trim_start_matches("r#")), word.span()))
    }

    /// `x` for `x: x`, and nothing for `x = x` behind `"{x}"`.
    fn short(
        &self,
        printed: &mut Vec<TokenTree>,
        short: Ident,
        mark: TokenTree,
        value: Vec<TokenTree>,
    ) {
        let named = match value.last() {
            Some(TokenTree::Ident(last)) => self.name(last).filter(|name| *name == short),
            _ => None,
        };
        let is_argument = matches!(&mark, TokenTree::Punct(punct) if punct.as_char() == '=');
        let is_place = value.iter().rev().skip(1).all(|token| is_place(token, is_argument));
        if let Some(name) = named.filter(|_| is_place) {
            if is_argument {
                // The comma in front.
                printed.pop();
            } else {
                let before = value.len() - 1;
                printed.extend(value.into_iter().take(before));
                printed.push(TokenTree::Ident(name));
            }
            return;
        }
        printed.extend([TokenTree::Ident(short), mark]);
        printed.extend(self.tokens(value.into_iter().collect()));
    }
}

/// `ref mut x` of a pattern is short for itself; `*x` of an argument is shown as `x` is.
fn is_place(token: &TokenTree, is_argument: bool) -> bool {
    match token {
        TokenTree::Ident(word) => !is_argument && (word == "ref" || word == "mut"),
        TokenTree::Punct(punct) => is_argument && punct.as_char() == '*',
        _ => false,
    }
}

/// The words of an `assert!` behind its condition, if that is put otherwise.
fn message(printed: &mut Vec<TokenTree>, quoted: &Group) {
    debug_assert_eq!(quoted.delimiter(), Delimiter::Parenthesis);
    let mut quoted = quoted.stream().into_iter();
    let (Some(TokenTree::Literal(condition)), _, Some(message)) =
        (quoted.next(), quoted.next(), quoted.next())
    else {
        unreachable!("the words of the condition, and the message")
    };
    let Some(comma) = printed.pop() else { unreachable!("it stands behind the condition") };
    let now: TokenStream = printed.iter().cloned().collect();
    let syn::Lit::Str(condition) = syn::Lit::new(condition) else {
        unreachable!("the words of the condition")
    };
    if !is_alike(&condition.value(), &now.to_string()) {
        printed.extend([comma, message]);
    }
}

/// The spaces aside.
fn is_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<String>();
    words(one) == words(other)
}

fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')
}
