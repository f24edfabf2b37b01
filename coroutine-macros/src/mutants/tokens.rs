//! Edits of the tokens, which care little for whether what comes out is Rust.

use super::random::Random;
use super::snippets::{HOLE, NAMES, TOKENS, WRAPS};
use proc_macro2::{Group, TokenStream, TokenTree};

/// The number of tokens, those in groups too.
pub(super) fn count(tokens: &TokenStream) -> usize {
    let of = |token| match token {
        TokenTree::Group(group) => 1 + count(&group.stream()),
        _ => 1,
    };
    tokens.clone().into_iter().map(of).sum()
}

/// Calls `edit` with the list that the token of this number stands in, and its place there.
pub(super) fn at(
    tokens: TokenStream,
    number: &mut usize,
    edit: &mut dyn FnMut(&mut Vec<TokenTree>, usize),
) -> TokenStream {
    let mut list: Vec<TokenTree> = tokens.into_iter().collect();
    for place in 0..list.len() {
        if *number == 0 {
            edit(&mut list, place);
            // Nothing comes to 0 again.
            *number = usize::MAX;
            break;
        }
        *number -= 1;
        let TokenTree::Group(group) = &list[place] else { continue };
        let inside = count(&group.stream());
        if *number >= inside {
            *number -= inside;
            continue;
        }
        let stream = at(group.stream(), number, edit);
        list[place] = Group::new(group.delimiter(), stream).into();
        break;
    }
    list.into_iter().collect()
}

/// One edit.
pub(super) fn edit(tokens: TokenStream, donor: &TokenStream, random: &mut Random) -> TokenStream {
    let size = count(&tokens);
    if size == 0 {
        return snippet(random, TOKENS);
    }
    if random.once_in(8) {
        return renamed(tokens, random);
    }
    let mut number = random.below(size);
    at(tokens, &mut number, &mut |list, place| change(list, place, donor, random))
}

fn change(list: &mut Vec<TokenTree>, place: usize, donor: &TokenStream, random: &mut Random) {
    let run = run(list, place, random);
    let there = list[run.clone()].to_vec();
    let instead: Vec<TokenTree> = match random.below(8) {
        0 => Vec::new(),
        1 => [there.clone(), there].concat(),
        2 => {
            let other = random.below(list.len());
            list.swap(place, other);
            return;
        }
        3 => piece(donor, random),
        4 => [there, piece(donor, random)].concat(),
        5 => fill(&snippet(random, WRAPS), &there.into_iter().collect()).into_iter().collect(),
        6 => snippet(random, TOKENS).into_iter().collect(),
        _ => snippet(random, TOKENS).into_iter().chain(there).collect(),
    };
    list.splice(run, instead);
}

/// One token, some, or those between two `;`.
fn run(list: &[TokenTree], place: usize, random: &mut Random) -> std::ops::Range<usize> {
    let is_end =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';');
    match random.below(3) {
        0 => place..place + 1,
        1 => place..(place + 1 + random.below(5)).min(list.len()),
        _ => {
            let start = list[..place].iter().rposition(is_end).map_or(0, |end| end + 1);
            let end =
                list[place..].iter().position(is_end).map_or(list.len(), |end| place + end + 1);
            start..end
        }
    }
}

/// Some tokens of another source that stand together.
fn piece(donor: &TokenStream, random: &mut Random) -> Vec<TokenTree> {
    let size = count(donor);
    let mut found = Vec::new();
    if size > 0 {
        let mut number = random.below(size);
        at(donor.clone(), &mut number, &mut |list, place| {
            found = list[run(list, place, random)].to_vec();
        });
    }
    found
}

/// One of some texts, as tokens.
pub(super) fn snippet(random: &mut Random, from: &[&str]) -> TokenStream {
    random.pick(from).and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// Puts something in the place of each `HOLE`.
pub(super) fn fill(template: &TokenStream, with: &TokenStream) -> TokenStream {
    let of = |token| match token {
        TokenTree::Ident(ident) if ident == HOLE => with.clone(),
        TokenTree::Group(group) => {
            let delimiter = group.delimiter();
            TokenTree::from(Group::new(delimiter, fill(&group.stream(), with))).into()
        }
        token => token.into(),
    };
    template.clone().into_iter().map(of).collect()
}

/// One name for another everywhere, so that they may be the same.
fn renamed(tokens: TokenStream, random: &mut Random) -> TokenStream {
    let mut names = Vec::new();
    idents(&tokens, &mut names);
    let Some(from) = random.pick(&names).cloned() else { return tokens };
    let to = if random.once_in(2) {
        random.pick(&names).map(|name| TokenTree::Ident(name.clone()).into())
    } else {
        Some(snippet(random, NAMES))
    };
    replaced(tokens, &from, &to.unwrap_or_default())
}

fn idents(tokens: &TokenStream, found: &mut Vec<proc_macro2::Ident>) {
    for token in tokens.clone() {
        match token {
            TokenTree::Ident(ident) => found.push(ident),
            TokenTree::Group(group) => idents(&group.stream(), found),
            _ => {}
        }
    }
}

fn replaced(tokens: TokenStream, from: &proc_macro2::Ident, to: &TokenStream) -> TokenStream {
    let of = |token| match token {
        TokenTree::Ident(ident) if ident == *from => to.clone(),
        TokenTree::Group(group) => {
            let inside = replaced(group.stream(), from, to);
            TokenTree::from(Group::new(group.delimiter(), inside)).into()
        }
        token => token.into(),
    };
    tokens.into_iter().map(of).collect()
}

/// Without the tokens from that of a number on, of its list.
#[cfg(test)]
pub(super) fn without(tokens: TokenStream, number: usize, length: usize) -> TokenStream {
    at(tokens, &mut { number }, &mut |list, place| {
        list.drain(place..(place + length).min(list.len()));
    })
}

/// With what is in a group in its place.
#[cfg(test)]
pub(super) fn unwrapped(tokens: TokenStream, number: usize) -> TokenStream {
    at(tokens, &mut { number }, &mut |list, place| {
        if let TokenTree::Group(group) = &list[place]
            && group.delimiter() != proc_macro2::Delimiter::None
        {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            list.splice(place..=place, inside);
        }
    })
}
