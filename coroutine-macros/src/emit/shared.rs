//! What all branches at the end of a transition end with stands once, behind them: the answer, and the place to wait next if it
//! holds nothing of its own.

use super::Emitter;
use super::flow::Code;
use super::transition::Transition;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

/// Cuts off the end that all have. Only what names none of the user's locals is moved: they are gone behind a branch.
pub(super) fn cut(
    emitter: &Emitter<'_>,
    transition: Transition,
    branches: &mut [&mut Code],
) -> TokenStream {
    let answer = tokens(transition.yielded(&quote!(()), false));
    let shape = &emitter.layout.shape;
    let place = if shape.is_nested() { shape.field.to_string() } else { "state".to_owned() };
    let mut each: Vec<Vec<TokenTree>> =
        branches.iter().map(|branch| tokens(branch.tokens.clone())).collect();
    let is_answered = |branch: &Vec<TokenTree>| ends_with(branch, &answer);
    if each.len() < 2 || !each.iter().all(is_answered) {
        return TokenStream::new();
    }
    for branch in &mut each {
        branch.truncate(branch.len() - answer.len());
    }
    let store = each.first().map(|branch| store(branch, &place)).unwrap_or_default().to_vec();
    // The user may have one of that name.
    let is_ours = shape.is_nested() || !emitter.consumer.mentions(&place);
    let has_store = |branch: &Vec<TokenTree>| ends_with(branch, &store);
    let mut shared = TokenStream::new();
    if is_ours && !store.is_empty() && each.iter().all(has_store) {
        for branch in &mut each {
            branch.truncate(branch.len() - store.len());
        }
        shared.extend(store);
    }
    shared.extend(answer);
    for (branch, tokens) in branches.iter_mut().zip(each) {
        **branch = Code { tokens: tokens.into_iter().collect(), falls: true };
    }
    shared
}

/// `*at = At::Len;` at the end, or nothing.
fn store<'t>(tokens: &'t [TokenTree], place: &str) -> &'t [TokenTree] {
    let Some((last, before)) = tokens.split_last() else { return &[] };
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        token => is(token, ';'),
    };
    let begin = before.iter().rposition(ends).map_or(0, |end| end + 1);
    let statement = &tokens[begin..];
    // A path names no local.
    let is_path = |token: &TokenTree| matches!(token, TokenTree::Ident(_)) || is(token, ':');
    match statement {
        [star, TokenTree::Ident(to), equals, variant @ .., _]
            if is(star, '*')
                && to == place
                && is(equals, '=')
                && is(last, ';')
                && variant.len() > 1
                && variant.iter().all(is_path) =>
        {
            statement
        }
        _ => &[],
    }
}

fn is(token: &TokenTree, c: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == c)
}

fn tokens(stream: TokenStream) -> Vec<TokenTree> {
    stream.into_iter().collect()
}

fn ends_with(tokens: &[TokenTree], end: &[TokenTree]) -> bool {
    let same = |(one, other): (&TokenTree, &TokenTree)| one.to_string() == other.to_string();
    tokens.len() >= end.len() && tokens.iter().rev().zip(end.iter().rev()).all(same)
}
