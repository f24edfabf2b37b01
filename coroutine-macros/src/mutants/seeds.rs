//! What is mutated: the consumers of the project's own tests, and the examples of `docs/language.md`.

use super::source::Source;
use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::quote;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders that have consumers, from the root of the repository.
const FOLDERS: [&str; 5] =
    ["tests/expansions", "tests/ui", "tests/tests", "examples/src", "coroutine-macros/fuzz/seeds"];
const LANGUAGE: &str = "docs/language.md";

/// Each consumer in the files under the root of the repository, in an order that is always the same.
pub(super) fn seeds(root: &Path) -> Vec<Source> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        rust_files(&root.join(folder), &mut files);
    }
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let tokens = fs::read_to_string(&file).ok().and_then(|text| text.parse().ok());
        consumers(tokens.unwrap_or_default(), &mut found);
    }
    let examples = fs::read_to_string(root.join(LANGUAGE)).unwrap_or_default();
    found.extend(examples.lines().filter_map(example));
    found
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// What has `#[consumer…]` in front of it, wherever it stands: in a macro, too.
fn consumers(tokens: TokenStream, found: &mut Vec<Source>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            consumers(group.stream(), found);
        }
        let is_hash = matches!(token, TokenTree::Punct(punct) if punct.as_char() == '#' && punct.spacing() == Spacing::Alone);
        if is_hash && let Some(source) = marked(&tokens[at..]) {
            found.push(source);
        }
    }
}

/// From the attribute to the braces of the item behind it.
fn marked(tokens: &[TokenTree]) -> Option<Source> {
    let is_body = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    let end = tokens.iter().position(is_body)?;
    let item = tokens.get(..=end)?.iter().cloned().collect::<TokenStream>().to_string();
    let starts = tokens.get(1)?.to_string().replace(' ', "");
    starts.starts_with("[consumer").then(|| Source::read(&item))?
}

/// The example of a row of the tables.
fn example(row: &str) -> Option<Source> {
    let cell = row.replace("\\|", "\u{1}").split('|').nth(2)?.trim().replace('\u{1}', "|");
    let body: TokenStream =
        cell.strip_prefix('`')?.strip_suffix('`')?.replace("` `", " ").parse().ok()?;
    let item = quote! {
        fn example(x: u32, mut v: Vec<u32>, mut a: [u32; 4], mut p: Point, mut o: Option<u32>) -> u32 {
            let kept = recv!();
            #body;
            recv!() + kept
        }
    };
    Some(Source { attribute: quote!(u32), item })
}
