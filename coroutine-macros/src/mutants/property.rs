//! What has to hold of the expansion of anything.

use super::source::Source;
use crate::compile;
use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What became of a source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It was refused.
    Refused,
    /// A machine.
    Expanded,
}

/// An expansion has errors, or is Rust with nothing in it that was to be replaced; and it does not panic.
///
/// # Errors
///
/// Says what does not hold.
pub fn check(source: &Source) -> Result<Verdict, String> {
    let Source { attribute, item } = source.clone();
    let expand = AssertUnwindSafe(|| compile::compile(attribute, item));
    let expansion = catch_unwind(expand).map_err(|_| "the expansion panics".to_owned())?;
    let is_refused = has(&expansion, "compile_error");
    // What is not read is left to rustc as it is.
    let is_left = is_refused
        && (syn::parse2::<syn::Item>(source.item.clone()).is_err()
            || expansion.to_string().contains("this body is not read"));
    if let (Err(error), false) = (parse(expansion.clone()), is_left) {
        return Err(format!("the expansion is not Rust: {error}\n{expansion}"));
    }
    if is_refused {
        return Ok(Verdict::Refused);
    }
    if expansion.to_string().contains("# [__site") {
        return Err(format!("a site is left in the expansion:\n{expansion}"));
    }
    for ours in ["__exit", "__input"] {
        // The other functions of an `impl` may say anything.
        if count(&expansion, ours) > count(&source.item, ours) {
            return Err(format!("`{ours}` is left in the expansion:\n{expansion}"));
        }
    }
    // An item inside is not part of the body, and may have a turn of its own; a macro may stand for anything.
    let inner = count(&source.item, "consumer") + count(&source.item, "macro_rules");
    let may_have = inner > 0 || count(&source.item, "fn") > 1;
    if !may_have && waits(expansion.clone()) > waits_in_constants(&source.item) {
        return Err(format!("a macro of the language is left in the expansion:\n{expansion}"));
    }
    Ok(Verdict::Expanded)
}

/// A function or the block of an `impl`, or what a method becomes.
fn parse(expansion: TokenStream) -> syn::Result<()> {
    let expansion = without_crate(expansion);
    let as_method = quote::quote!(impl Outer { #expansion });
    let as_file = syn::parse2::<syn::File>(expansion);
    let Err(error) = as_file else { return Ok(()) };
    syn::parse2::<syn::ItemImpl>(as_method).map(drop).map_err(|_| error)
}

/// With another name for a `crate` that is no part of a path: rustc takes `{ crate!() }` and `{ crate; }` for blocks with a
/// statement, and syn for the beginning of an item.
fn without_crate(tokens: TokenStream) -> TokenStream {
    if tokens.to_string() == "crate" {
        // `pub(crate)`
        return tokens;
    }
    let mut tokens = tokens.into_iter().peekable();
    let mut renamed = Vec::new();
    while let Some(token) = tokens.next() {
        let in_path =
            matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
        let of_extern =
            matches!(renamed.last(), Some(TokenTree::Ident(before)) if before == "extern");
        renamed.push(match token {
            TokenTree::Ident(ident) if !in_path && !of_extern && ident == "crate" => {
                TokenTree::Ident(Ident::new("krate", ident.span()))
            }
            TokenTree::Group(group) => {
                TokenTree::Group(Group::new(group.delimiter(), without_crate(group.stream())))
            }
            token => token,
        });
    }
    renamed.into_iter().collect()
}

/// How many stand in constants, whose macros may make anything of them; also of what is a macro's.
fn waits_in_constants(tokens: &TokenStream) -> usize {
    let (mut total, mut constant) = (0, None::<TokenStream>);
    for token in tokens.clone() {
        match (&token, &mut constant) {
            (TokenTree::Punct(punct), Some(inside)) if punct.as_char() == ';' => {
                total += waits(std::mem::take(inside));
                constant = None;
            }
            (_, Some(inside)) => inside.extend([token]),
            (TokenTree::Ident(word), None) if word == "const" || word == "static" => {
                constant = Some(TokenStream::new());
            }
            (TokenTree::Group(group), None) => total += waits_in_constants(&group.stream()),
            _ => {}
        }
    }
    total
}

fn has(tokens: &TokenStream, name: &str) -> bool {
    count(tokens, name) > 0
}

fn count(tokens: &TokenStream, name: &str) -> usize {
    let of = |token| match token {
        TokenTree::Ident(ident) => usize::from(ident == name),
        TokenTree::Group(group) => count(&group.stream(), name),
        _ => 0,
    };
    tokens.clone().into_iter().map(of).sum()
}

/// How often one of our macros is called: not by a path, nor in an attribute.
fn waits(tokens: TokenStream) -> usize {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |at: usize, operator: char| matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == operator);
    let count = |(at, token): (usize, &TokenTree)| match token {
        TokenTree::Group(group) if at == 0 || !is(at - 1, '#') => waits(group.stream()),
        // (`'recv` is a label.)
        TokenTree::Ident(name) if at == 0 || !(is(at - 1, ':') || is(at - 1, '\'')) => {
            let ours = ["recv", "delegate", "on_close"].iter().any(|ours| name == ours);
            let is_call = |token: &TokenTree| matches!(token, TokenTree::Group(_));
            usize::from(ours && is(at + 1, '!') && tokens.get(at + 2).is_some_and(is_call))
        }
        _ => 0,
    };
    tokens.iter().enumerate().map(count).sum()
}
