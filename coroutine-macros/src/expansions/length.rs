//! An expansion is read: how much longer it is than what was written.

use super::{WithoutDocs, folder};
use crate::compile;
use proc_macro2::TokenStream;
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

/// The lines of an item, and those of its expansion.
struct Lines {
    name: String,
    written: usize,
    printed: usize,
}

/// Those of each consumer in a file.
fn lines(path: &Path) -> Vec<Lines> {
    let file = syn::parse_file(&fs::read_to_string(path).expect("a readable file")).expect("Rust");
    let mut found = Vec::new();
    for mut item in file.items {
        let written = item.span();
        let written = written.end().line - written.start().line + 1;
        let (attrs, name) = match &mut item {
            syn::Item::Fn(function) => (&mut function.attrs, function.sig.ident.to_string()),
            syn::Item::Impl(block) => {
                (&mut block.attrs, block.self_ty.to_token_stream().to_string())
            }
            _ => continue,
        };
        let is_ours = |attr: &syn::Attribute| attr.path().is_ident("consumer");
        let Some(at) = attrs.iter().position(is_ours) else { continue };
        let attribute = match attrs.remove(at).meta {
            syn::Meta::List(list) => list.tokens,
            _ => TokenStream::new(),
        };
        let expansion = compile::compile(attribute, item.into_token_stream());
        let mut expansion = syn::parse2(expansion).expect("the expansion is Rust");
        WithoutDocs.visit_file_mut(&mut expansion);
        let printed = prettyplease::unparse(&expansion).lines().count();
        found.push(Lines { name, written, printed });
    }
    found
}

#[test]
fn the_examples_stay_short() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    let mut seen = 0;
    for file in ["src/grep.rs", "src/lines.rs", "src/pipeline.rs", "src/resume.rs", "library/src/parse.rs"] {
        for Lines { name, written, printed } in lines(&examples.join(file)) {
            seen += 1;
            println!("{file} {name} {written} {printed} {}", printed as f64 / written as f64);
        }
    }
    assert!(seen > 0);
}
