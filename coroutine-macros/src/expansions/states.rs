//! Compares what is drawn of some consumers: `NAME.states` has the table, Mermaid's text, and the picture of each.

use super::{consumers, folder};
use crate::compile;
use quote::ToTokens;
use std::fs;

#[test]
fn states_are_as_committed() {
    for name in ["grep", "frames", "scopes", "delegate"] {
        let mut printed = String::new();
        for (attribute, function) in consumers(&folder().join(format!("{name}.rs"))) {
            let passed = compile::passes(attribute, function.into_token_stream(), None);
            let Ok(compiled) = passed else { panic!("{name} has an error") };
            printed.push_str(&compiled.graph.describe());
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
