//! Compares what is drawn of the consumers in `tests/expansions` with `NAME.states` beside them.
//! `BLESS=1 cargo test -p coroutine-macros` writes them anew.

use crate::compile;
use crate::diagram::svg::Drawing;
use crate::expansions::{consumers, folder};
use quote::ToTokens;
use std::fmt::Write;
use std::fs;

#[test]
fn states_are_as_committed() {
    for name in ["grep", "frames", "scopes", "delegate"] {
        let mut printed = String::new();
        for (attribute, function) in consumers(&folder().join(format!("{name}.rs"))) {
            let passed = compile::passes(attribute, function.into_token_stream(), None);
            let Ok(compiled) = passed else { panic!("{name} has an error") };
            let graph = &compiled.graph;
            let (table, mermaid) = (graph.full_table().join("\n"), graph.mermaid());
            let picture = Drawing::new(graph).to_string().replace("><", ">\n<");
            let _ = writeln!(printed, "{table}\n\n{mermaid}\n{picture}\n");
        }
        let path = folder().join(format!("{name}.states"));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &printed).expect("a writable file");
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        let advice = "see what changed, and write it anew with BLESS=1";
        assert!(committed == printed, "{}: {advice}\n{printed}", path.display());
    }
}
