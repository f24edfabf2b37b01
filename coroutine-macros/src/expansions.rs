//! Compares what the compiler prints with committed files: each `NAME.rs` in `tests/expansions` has a
//! `NAME.expanded.rs`, and a `NAME.passes` with what the passes before hand on; `states` compares what is drawn.
//! `BLESS=1 cargo test -p coroutine-macros` writes them anew.

mod length;
mod states;

use crate::compile::{self, Compiled};
use quote::ToTokens;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use syn::visit_mut::VisitMut;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/expansions")
}

fn inputs() -> Vec<PathBuf> {
    let mut inputs: Vec<PathBuf> = fs::read_dir(folder())
        .expect("tests/expansions is there")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            path.extension().is_some_and(|ending| ending == "rs") && !name.contains(".expanded.")
        })
        .collect();
    inputs.sort();
    assert!(inputs.len() > 2, "there is something to compare");
    inputs
}

/// The attribute's arguments and the function of each consumer in a file.
fn consumers(path: &Path) -> Vec<(proc_macro2::TokenStream, syn::ItemFn)> {
    let file = syn::parse_file(&fs::read_to_string(path).expect("a readable file")).expect("Rust");
    let mut found = Vec::new();
    for item in file.items {
        let syn::Item::Fn(mut function) = item else { continue };
        let Some(at) = function.attrs.iter().position(|attr| attr.path().is_ident("consumer"))
        else {
            continue;
        };
        let attribute = match function.attrs.remove(at).meta {
            syn::Meta::List(list) => list.tokens,
            _ => proc_macro2::TokenStream::new(),
        };
        found.push((attribute, function));
    }
    found
}

/// Takes out what only a build of the documentation has, as `cargo expand` does.
struct WithoutDocs;

impl VisitMut for WithoutDocs {
    fn visit_attributes_mut(&mut self, attrs: &mut Vec<syn::Attribute>) {
        attrs.retain(|attr| {
            let of_docs = |list: &syn::MetaList| list.tokens.to_string().starts_with("doc ,");
            !(attr.path().is_ident("cfg_attr") && attr.meta.require_list().is_ok_and(of_docs))
        });
    }
}

/// Only the code counts: the committed file is formatted by rustfmt, which the test does not need.
fn code(source: &str) -> String {
    syn::parse_file(source)
        .map_or_else(|error| error.to_string(), |file| prettyplease::unparse(&file))
}

fn bless(path: &Path, printed: &str) {
    fs::write(path, printed).expect("a writable file");
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rustfmt.toml");
    let rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(config)
        .arg(path)
        .status();
    assert!(
        rustfmt.expect("rustfmt is there to bless").success(),
        "rustfmt formats {}",
        path.display()
    );
}

#[test]
fn expansions_are_as_committed() {
    for path in inputs() {
        let mut printed = String::new();
        for (attribute, function) in consumers(&path) {
            let expansion = compile::compile(attribute, function.into_token_stream());
            let mut file = syn::parse2(expansion).expect("the expansion is Rust");
            WithoutDocs.visit_file_mut(&mut file);
            printed.push_str(&prettyplease::unparse(&file));
        }
        let path = path.with_extension("expanded.rs");
        if std::env::var_os("BLESS").is_some() {
            bless(&path, &printed);
        }
        let committed = code(&fs::read_to_string(&path).unwrap_or_default());
        let printed = code(&printed);
        let changed = committed.lines().zip(printed.lines()).find(|(before, now)| before != now);
        let advice = "see what changed, and write it anew with BLESS=1";
        assert!(committed == printed, "{}: {advice}: {changed:?}\n{printed}", path.display());
    }
}

#[test]
fn passes_hand_on_what_is_committed() {
    for path in inputs() {
        let mut printed = String::new();
        for (attribute, function) in consumers(&path) {
            let name = function.sig.ident.to_string();
            let Ok(compiled) = compile::passes(attribute, function.into_token_stream(), None)
            else {
                panic!("{name} has an error");
            };
            let Compiled { body, layout, types, .. } = &compiled;
            let mut states = layout.describe(body);
            if let Some(types) = types {
                states.push_str(&types.describe(body, layout));
            }
            let parts = [
                name.as_str(),
                " after lower:\n",
                &body.to_string(),
                "\n",
                &name,
                " after storage:\n",
                &states,
                "\n",
            ];
            printed.extend(parts);
        }
        let path = path.with_extension("passes");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &printed).expect("a writable file");
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            committed == printed,
            "{}: see what changed, and write it anew with BLESS=1\n{printed}",
            path.display()
        );
    }
}

#[test]
fn the_readme_shows_what_is_printed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let readme = fs::read_to_string(root.join("README.md")).expect("the README is there");
    let printed =
        fs::read_to_string(root.join("tests/expansions/grep.expanded.rs")).expect("blessed");
    assert!(readme.contains(&printed), "the README has another expansion of `grep`");
}

/// What stands in the blocks of code of a section, the first by itself.
fn blocks(section: &str) -> (String, String) {
    let mut blocks = section.split("```rust,ignore\n").skip(1).map(|block| {
        let (code, _) = block.split_once("```\n").expect("a block that ends");
        code.to_owned()
    });
    let first = blocks.next().expect("the function itself");
    (first, blocks.collect())
}

#[test]
fn the_walk_through_shows_what_is_printed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let page = fs::read_to_string(root.join("docs/expansion.md")).expect("the page is there");
    for name in ["grep", "frames", "filter"] {
        let heading = format!("\n## {name}\n");
        let (_, section) = page.split_once(&heading).expect("a section of that name");
        let (written, printed) = blocks(section.split("\n## ").next().unwrap_or_default());
        let path = root.join("tests/expansions").join(name);
        let read = |ending: &str| fs::read_to_string(path.with_extension(ending)).expect("blessed");
        assert_eq!(written, read("rs"), "docs/expansion.md has another `{name}`");
        assert_eq!(printed, read("expanded.rs"), "docs/expansion.md has another `{name}`");
    }
}
