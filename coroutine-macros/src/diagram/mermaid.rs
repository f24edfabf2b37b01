//! The graph as Mermaid's text, in a constant of the user's.

use super::text::{COLUMNS, mermaid, short};
use super::{Graph, Node};
use crate::naming::unused;
use crate::parse::Consumer;
use proc_macro2::TokenStream;
use quote::quote;

/// What begins a statement of its own there, however it is written.
const KEYWORDS: [&str; 15] = [
    "acctitle",
    "accdescr",
    "class",
    "classdef",
    "click",
    "default",
    "direction",
    "end",
    "hide",
    "href",
    "note",
    "scale",
    "state",
    "style",
    "root",
];

impl Graph {
    pub(crate) fn mermaid(&self) -> String {
        let mut lines = Vec::new();
        for (at, state) in self.states.iter().enumerate() {
            let (id, handlers) = (self.id(Node::State(at)), state.handlers());
            // The first is the name, if there is another.
            let said = [Some(&state.name), Some(&state.source), handlers.as_ref()];
            lines.extend(
                said.into_iter()
                    .flatten()
                    .map(|line| format!("{id}: {}", mermaid(&short(line, COLUMNS)))),
            );
        }
        for edge in &self.edges {
            let label = if edge.skips { ": without a wait" } else { "" };
            lines.push(format!("{} --> {}{label}", self.id(edge.from), self.id(edge.to)));
        }
        if let Some(closes) = self.closes() {
            let id = unused("Closed", |id| self.is_state(id));
            lines.push(format!("state \"{}\" as {id}", mermaid(&short(&closes, COLUMNS))));
            lines.push("classDef closed stroke-dasharray: 4".to_owned());
            lines.push(format!("class {id} closed"));
        }
        lines.iter().fold("stateDiagram-v2\n".to_owned(), |text, line| text + "    " + line + "\n")
    }

    fn id(&self, node: Node) -> String {
        let Node::State(at) = node else { return "[*]".to_owned() };
        let name = &self.states[at].name;
        if KEYWORDS.contains(&name.to_lowercase().as_str()) {
            unused(&format!("{name}_"), |id| self.is_state(id))
        } else {
            name.clone()
        }
    }

    fn is_state(&self, name: &str) -> bool {
        self.states.iter().any(|state| state.name == name)
    }
}

/// `pub const GREP_GRAPH: &str = "…";`
pub(crate) fn constant(consumer: &Consumer, text: impl FnOnce() -> String) -> Option<TokenStream> {
    let (name, vis) = (consumer.mermaid.as_ref()?, &consumer.vis);
    let text = text();
    let docs = format!("The states of `{}`, as a diagram for Mermaid.", consumer.name());
    let attrs = crate::emit::levels(&consumer.attrs);
    Some(quote! {
        #(#attrs)*
        #[doc = #docs]
        #vis const #name: &str = #text;
    })
}
