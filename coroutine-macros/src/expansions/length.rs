//! An expansion is read: how much longer it is than what was written.

use super::{WithoutDocs, consumers, folder};
use crate::compile;
use quote::ToTokens;
use std::fs;
use std::path::Path;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;

#[test]
fn the_seed_stays_short() {
    let printed = fs::read_to_string(folder().join("grep.expanded.rs")).expect("blessed");
    let lines = printed.lines().count();
    assert!(lines <= 50, "the expansion of `grep` has {lines} lines");
}

/// How many lines the consumers of a file have as they are written, and how many expanded.
fn lines(path: &Path) -> (usize, usize) {
    let file = syn::parse_file(&fs::read_to_string(path).expect("a readable file")).expect("Rust");
    let span = |item: &syn::Item| item.span().end().line - item.span().start().line + 1;
    let is_consumer = |item: &&syn::Item| {
        matches!(item, syn::Item::Fn(function)
            if function.attrs.iter().any(|attr| attr.path().is_ident("consumer")))
    };
    let written = file.items.iter().filter(is_consumer).map(span).sum();
    let expanded = consumers(path).into_iter().map(|(attribute, function)| {
        let expansion = compile::compile(attribute, function.into_token_stream());
        let mut expansion = syn::parse2(expansion).expect("the expansion is Rust");
        WithoutDocs.visit_file_mut(&mut expansion);
        prettyplease::unparse(&expansion).lines().count()
    });
    (written, expanded.sum())
}

/// In lines of 89 columns: rustfmt's of 100, which the test does not need, are fewer than 6 a line for each.
#[test]
fn the_examples_stay_short() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/src");
    for (file, most) in [("grep.rs", 6), ("lines.rs", 3), ("pipeline.rs", 6), ("resume.rs", 7)] {
        let (written, expanded) = lines(&examples.join(file));
        assert!(written > 10, "{file} has consumers");
        let advice = "a line expands to more than it did";
        assert!(expanded <= most * written, "{file}: {advice}: {expanded} lines of {written}");
    }
}
