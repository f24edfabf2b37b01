//! The lines of each consumer and of its expansion, formatted alike.

use crate::building::{cargo, package, scratch};
use std::fs;
use syn::{File, Item, ItemFn};

/// All of this program as rustc sees it once macros are expanded. `None` where rustc will not tell.
pub(crate) fn expanded() -> Option<File> {
    let output = cargo("rustc", package(), &scratch("expanded"))
        .args(["--bin", env!("CARGO_PKG_NAME"), "--", "-Zunpretty=expanded"])
        .env("RUSTC_BOOTSTRAP", "1")
        .output()
        .ok()?;
    syn::parse_file(&String::from_utf8(output.stdout).ok()?).ok()
}

/// The lines of the consumer of a workload as it is written, and those of its expansion.
pub(crate) fn lines(expanded: &File, workload: &str) -> Option<(usize, usize)> {
    let path = package().join("src/workloads").join(workload).with_extension("rs");
    let written = syn::parse_file(&fs::read_to_string(path).ok()?).ok()?;
    let module = module(module(&expanded.items, "workloads")?, workload)?;
    Some((count(function(&written.items, workload)?), count(function(module, workload)?)))
}

fn module<'a>(items: &'a [Item], name: &str) -> Option<&'a [Item]> {
    items.iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == name => Some(module.content.as_ref()?.1.as_slice()),
        _ => None,
    })
}

fn function<'a>(items: &'a [Item], name: &str) -> Option<&'a ItemFn> {
    items.iter().find_map(|item| match item {
        Item::Fn(function) if function.sig.ident == name => Some(function),
        _ => None,
    })
}

fn count(function: &ItemFn) -> usize {
    let items = vec![Item::Fn(function.clone())];
    let file = File { shebang: None, attrs: Vec::new(), items, frontmatter: None };
    prettyplease::unparse(&file).lines().count()
}
