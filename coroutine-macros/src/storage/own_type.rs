//! Code that makes a type of its own each time it is written.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

/// How many tokens; `None` for code that makes a type of its own each time it is written: a closure, an `async` block,
/// an item, or a macro that may contain one.
pub(super) fn tokens(code: &dyn ToTokens) -> Option<usize> {
    count(code.to_token_stream(), false)
}

/// `consumes`: the tokens are the arguments of a method that uses up the closure it is given.
fn count(tokens: TokenStream, consumes: bool) -> Option<usize> {
    let mut total = 0;
    let mut previous: Option<TokenTree> = None;
    let mut is_method = false;
    let mut opened = false;
    let mut operator = false;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        total += 1;
        if let TokenTree::Group(group) = &token {
            let consumes = is_method && previous.as_ref().is_some_and(is_consuming);
            total += count(group.stream(), consumes)?;
        }
        let text = token.to_string();
        // The second `|` of an `a || b` is as much of an operator as the first.
        let operates = previous.as_ref().is_some_and(is_operand) || (operator && text == "|");
        let closure = text == "|" && !operates;
        let begins = match &previous {
            None => true,
            Some(TokenTree::Punct(punct)) => punct.as_char() == ',' || opened,
            Some(TokenTree::Ident(name)) => name == "move",
            Some(_) => false,
        };
        // `||`
        opened = closure && !opened;
        operator = text == "|" && operates;
        let calls_macro = text == "!"
            && matches!(tokens.peek(), Some(TokenTree::Group(_)))
            && matches!(&previous, Some(TokenTree::Ident(name)) if !is_known_macro(&name.to_string()));
        if (closure && !(consumes && begins))
            || (declares(&text) && !is_in_type(previous.as_ref(), &text, tokens.peek()))
            || calls_macro
        {
            return None;
        }
        if matches!(&token, TokenTree::Ident(_)) {
            is_method = matches!(&previous, Some(TokenTree::Punct(dot)) if dot.as_char() == '.');
        }
        previous = Some(token);
    }
    Some(total)
}

/// Whether a word begins something that is another type each time.
fn declares(word: &str) -> bool {
    matches!(word, "async" | "fn" | "struct" | "enum" | "impl" | "trait" | "static" | "macro_rules")
}

/// Whether such a word is part of a type that has a name: `fn(u8) -> u8`, `'static`.
fn is_in_type(before: Option<&TokenTree>, word: &str, behind: Option<&TokenTree>) -> bool {
    let is_lifetime = matches!(before, Some(TokenTree::Punct(quote)) if quote.as_char() == '\'');
    let is_pointer = word == "fn" && matches!(behind, Some(TokenTree::Group(_)));
    is_lifetime || is_pointer
}

/// A method of the standard library's that uses up the closure it is given: it is no part of what comes out.
fn is_consuming(method: &TokenTree) -> bool {
    const CONSUMING: [&str; 30] = [
        "all",
        "and_then",
        "any",
        "binary_search_by",
        "binary_search_by_key",
        "find",
        "find_map",
        "fold",
        "for_each",
        "is_none_or",
        "is_ok_and",
        "is_some_and",
        "map_err",
        "map_or",
        "map_or_else",
        "max_by",
        "max_by_key",
        "min_by",
        "min_by_key",
        "ok_or_else",
        "or_else",
        "or_insert_with",
        "partition",
        "position",
        "retain",
        "rposition",
        "sort_by",
        "sort_by_key",
        "try_fold",
        "unwrap_or_else",
    ];
    matches!(method, TokenTree::Ident(name) if CONSUMING.iter().any(|known| name == known))
}

/// Whether a `|` behind this token is an operator; otherwise it begins a closure.
fn is_operand(token: &TokenTree) -> bool {
    match token {
        TokenTree::Ident(name) => {
            !["move", "return", "in", "break", "else"].iter().any(|word| name == word)
        }
        TokenTree::Punct(_) => false,
        TokenTree::Group(_) | TokenTree::Literal(_) => true,
    }
}

/// A macro of the standard library's: it makes no type.
fn is_known_macro(name: &str) -> bool {
    const KNOWN: [&str; 21] = [
        "__exit",
        "print",
        "println",
        "eprint",
        "eprintln",
        "format",
        "write",
        "writeln",
        "panic",
        "unreachable",
        "todo",
        "assert",
        "assert_eq",
        "assert_ne",
        "debug_assert",
        "debug_assert_eq",
        "debug_assert_ne",
        "vec",
        "matches",
        "unimplemented",
        "return",
    ];
    KNOWN.contains(&name)
}
