//! The lines of each consumer and of its expansion, formatted alike. Without what `batch` adds, which is for the compiler
//! rather than for a reader.

use crate::building::{cargo, package, root, scratch};
use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};
use syn::{File, Item, ItemFn, Pat, Stmt};

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
    Some((count(function(&written.items, workload)?)?, count(function(module, workload)?)?))
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

fn count(function: &ItemFn) -> Option<usize> {
    let mut function = function.clone();
    function.block.stmts.retain(|stmt| !is_feed(stmt));
    let items = vec![Item::Fn(function)];
    let file = File { shebang: None, attrs: Vec::new(), items, frontmatter: None };
    Some(formatted(&prettyplease::unparse(&file))?.lines().count())
}

/// The closure that takes slices, and the function that gives it its type.
fn is_feed(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Item(Item::Fn(item)) => item.sig.ident == "feed",
        Stmt::Local(local) => matches!(&local.pat, Pat::Ident(name) if name.ident == "feed"),
        _ => false,
    }
}

/// As rustfmt has it, with the settings of the workspace.
fn formatted(source: &str) -> Option<String> {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(root().join("rustfmt.toml"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    rustfmt.stdin.take()?.write_all(source.as_bytes()).ok()?;
    String::from_utf8(rustfmt.wait_with_output().ok()?.stdout).ok()
}
