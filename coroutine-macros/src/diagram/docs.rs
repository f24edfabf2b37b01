//! What the documentation says of the machine. Only a build of the documentation has it: a picture is nothing to read in an
//! editor, and whether a function has documentation is for its author to say.

use super::Graph;
use super::svg::Drawing;
use super::text::code;
use proc_macro2::TokenStream;
use quote::quote;

impl Graph {
    /// Behind the function's own documentation. One that has none needs a line to be listed with.
    pub(crate) fn docs(&self, is_documented: bool) -> TokenStream {
        let mut parts = Vec::new();
        if !is_documented {
            parts.push(format!("A consumer: it {}.", self.summary()));
        }
        parts.push("# States".to_owned());
        parts.push(self.picture());
        parts.push(self.full_table().join("\n"));
        if let Some(closing) = &self.closing {
            let closing = match closing.split_once(' ') {
                Some((verb, value)) => format!("{verb} {}", code(value)),
                None => closing.clone(),
            };
            parts.push(format!("Closed wherever it waits, `on_close!` {closing}."));
        }
        let docs = format!("\n{}", parts.join("\n\n"));
        quote!(#[cfg_attr(doc, doc = #docs)])
    }

    /// The picture, to stand before more: an empty line ends it.
    pub(crate) fn drawn_docs(&self) -> TokenStream {
        let picture = self.picture();
        quote!(#[cfg_attr(doc, doc = #picture, doc = "")])
    }

    /// ``takes `&str`, completes with `usize` ``
    pub(crate) fn summary(&self) -> String {
        let part = |verb: &str, ty: &Option<String>| {
            ty.as_ref().map_or_else(String::new, |ty| format!(", {verb} with `{ty}`"))
        };
        let (replies, completes) = (part("replies", &self.reply), part("completes", &self.output));
        format!("takes `{}`{replies}{completes}", self.input)
    }

    fn picture(&self) -> String {
        if !Self::is_drawn_with(self.states.len()) {
            return format!("{} states are too many to draw.", self.states.len());
        }
        if !self.is_drawn() {
            return format!("{} ways between them are too many to draw.", self.drawn().count());
        }
        // A block of HTML, up to the next empty line. What is wider than the page is scrolled.
        let picture = format!("<div style=\"overflow-x:auto\">{}</div>", Drawing::new(self));
        let passes = self.edges.iter().any(|edge| edge.skips);
        let note =
            "\n\nAn inner consumer that completes without waiting for anything is passed by.";
        picture + if passes { note } else { "" }
    }
}
