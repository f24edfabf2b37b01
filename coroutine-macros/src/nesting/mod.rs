//! How deep code is nested: every pass walks into it, and the stack that rustc runs macros on has an end.

#[cfg(test)]
mod tests;

use crate::catalogue::{self, Mistake};
use crate::markers::Marker;
use crate::std_macros::Kind;
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

/// What rustc itself takes for too deep, in macros and types.
const DEPTH: usize = 128;
/// The operators between two separators, `a + b.c() + …`: each may be a level.
const LENGTH: usize = 700;

/// Where it gets too deep, and what to say of it.
pub(crate) fn too_deep(tokens: TokenStream) -> Option<syn::Error> {
    let (span, mistake) = within(tokens, 0, true)?;
    Some(mistake.spanned(span))
}

/// What stands between two separators.
#[derive(Default)]
struct Run {
    length: usize,
    /// Operators without an operand between them: `&&&x`.
    prefixes: usize,
    /// `<` without its `>`.
    angles: usize,
    closures: usize,
    operand: bool,
    before: Option<char>,
}

fn within(tokens: TokenStream, depth: usize, is_code: bool) -> Option<(Span, Mistake)> {
    let mut run = Run::default();
    let mut is_macro = false;
    // What is given to one of these is code.
    let mut is_known = false;
    for token in tokens {
        let span = token.span();
        // What is given to another macro need not be code, and is not read.
        let inside = is_code && !is_macro;
        is_macro = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '!')
            && run.operand
            && !is_known;
        is_known = matches!(&token, TokenTree::Ident(name)
            if Kind::named(&name.to_string()).is_some() || Marker::named(name).is_some());
        if let TokenTree::Group(group) = &token {
            if depth >= DEPTH {
                return Some((span, catalogue::nested_too_deep()));
            }
            let found = within(group.stream(), depth + 1, inside);
            if found.is_some() {
                return found;
            }
        }
        run.take(&token);
        if is_code && run.prefixes.max(run.angles).max(run.closures) > DEPTH {
            return Some((span, catalogue::nested_too_deep()));
        }
        if is_code && run.length > LENGTH {
            return Some((span, catalogue::expression_too_long()));
        }
    }
    None
}

impl Run {
    fn take(&mut self, token: &TokenTree) {
        let is_operator = match token {
            TokenTree::Ident(ident) => ident == "as",
            TokenTree::Punct(_) | TokenTree::Group(_) => true,
            TokenTree::Literal(_) => false,
        };
        self.length += usize::from(is_operator);
        match token {
            TokenTree::Punct(punct) => {
                let operator = punct.as_char();
                match operator {
                    ';' => return *self = Run::default(),
                    ',' => self.length = 0,
                    '<' => self.angles += 1,
                    '>' if !matches!(self.before, Some('-' | '=')) => {
                        self.angles = self.angles.saturating_sub(1);
                    }
                    '|' if !self.operand => self.closures += 1,
                    _ => {}
                }
                if self.operand {
                    self.prefixes = 0;
                }
                self.prefixes += 1;
                self.operand = operator == '?' || (operator == '!' && self.operand);
                self.before = Some(operator);
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                // Behind an operand it is the body of what that decides: `if a < b { … }`.
                let angles = if self.operand { 0 } else { self.angles };
                *self = Run { closures: self.closures, angles, ..Run::default() };
            }
            TokenTree::Ident(ident) if is_prefix(&ident.to_string()) => {
                self.prefixes += 1;
                self.operand = false;
            }
            _ => {
                self.prefixes = 0;
                self.operand = true;
                self.before = None;
            }
        }
    }
}

fn is_prefix(word: &str) -> bool {
    ["return", "break", "move", "mut", "const", "dyn", "in", "static", "async"].contains(&word)
}
