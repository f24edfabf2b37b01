//! What editors go by: each name that the user wrote is in the expansion, at its place in the source.

use crate::compile;
use crate::markers::Marker;
use proc_macro2::{LineColumn, Span, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use syn::visit::Visit;

/// A name, and where it stands.
type Name = (String, usize, usize);

/// Every name among the tokens but for keywords, and the words of the language.
fn names(tokens: TokenStream, found: &mut BTreeSet<Name>) {
    let mut is_label = false;
    for token in tokens {
        let behind_quote = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
        match token {
            TokenTree::Group(group) => names(group.stream(), found),
            TokenTree::Ident(ident) => {
                let is_keyword = syn::parse_str::<syn::Ident>(&ident.to_string()).is_err();
                let is_ours = Marker::named(&ident).is_some() || ident == "coroutine_runtime";
                if !is_keyword && !is_label && !is_ours {
                    let LineColumn { line, column } = ident.span().start();
                    found.insert((ident.to_string(), line, column));
                }
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        is_label = behind_quote;
    }
}

/// The functions marked `#[consumer]`, with the attribute's arguments.
#[derive(Default)]
struct Consumers(Vec<(TokenStream, syn::ItemFn)>);

impl<'ast> Visit<'ast> for Consumers {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        let mut function = function.clone();
        let at = function.attrs.iter().position(|attr| attr.path().is_ident("consumer"));
        let Some(at) = at else { return };
        let arguments = match function.attrs.remove(at).meta {
            syn::Meta::List(list) => list.tokens,
            _ => TokenStream::new(),
        };
        self.0.push((arguments, function));
    }
}

/// The names of a body that its expansion has not.
fn lost(arguments: TokenStream, function: TokenStream) -> Vec<Name> {
    let body = function.clone().into_iter().last().into_iter().collect();
    let (mut written, mut printed) = (BTreeSet::new(), BTreeSet::new());
    names(body, &mut written);
    names(compile::compile(arguments, function), &mut printed);
    // A local may be called otherwise, where another is called the same.
    let places: BTreeSet<_> = printed.into_iter().map(|(_, line, column)| (line, column)).collect();
    written.into_iter().filter(|(_, line, column)| !places.contains(&(*line, *column))).collect()
}

fn sources(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
    let mut found = Vec::new();
    for entry in fs::read_dir(&folder).expect("a folder of the workspace") {
        let path = entry.expect("a readable folder").path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            let source = fs::read_to_string(&path).expect("a readable file");
            found.push((path.display().to_string(), source));
        }
    }
    found
}

/// Every consumer of a folder.
fn check(folder: &str) {
    let mut checked = 0;
    for (path, source) in sources(folder) {
        // What syn does not read has a test below.
        let Ok(file) = syn::parse_file(&source) else { continue };
        let mut consumers = Consumers::default();
        consumers.visit_file(&file);
        for (arguments, function) in consumers.0 {
            let name = function.sig.ident.clone();
            let lost = lost(arguments, function.into_token_stream());
            assert!(lost.is_empty(), "{path}: {name} loses {lost:?}");
            checked += 1;
        }
    }
    assert!(checked > 20, "{folder} has {checked} consumers");
}

#[test]
fn the_names_of_bodies_survive() {
    check("tests/tests");
}

#[test]
fn the_names_of_bodies_with_errors_survive() {
    // Among them is what is too deep for a smaller stack.
    crate::stack::as_in_rustc(|| check("tests/ui"));
}

/// A body that is being typed.
#[test]
fn the_names_of_half_a_body_survive() {
    let function: TokenStream = "fn half(pattern: &str) {
            let mut count = 0;
            loop {
                let line: &str = recv!();
                count.
                let found = line.
            }
        }"
    .parse()
    .expect("tokens");
    let lost = lost("&str".parse().expect("a type"), function);
    assert!(lost.is_empty(), "{lost:?}");
}

/// A mistake in one function leaves the places of the next.
#[test]
fn places_are_those_of_the_source() {
    let tokens: TokenStream = "a\n  b".parse().expect("tokens");
    let mut found = BTreeSet::new();
    names(tokens, &mut found);
    let places: Vec<(usize, usize)> = found.iter().map(|name| (name.1, name.2)).collect();
    assert_eq!(places[1].0, places[0].0 + 1, "lines are told apart");
    assert_ne!(Span::call_site().start().line, places[1].0, "what we write is at none of them");
}
