//! What the documentation of a named type says: where the consumer waits, and what it holds there.

use crate::emit::Emitter;
use proc_macro2::TokenStream;
use quote::quote;

impl Emitter<'_> {
    /// For those who read the documentation.
    pub(super) fn state_docs(&self) -> TokenStream {
        let name = self.consumer.name();
        let (link, summary) = (self.link(&name), self.graph.summary());
        let first = format!(" The consumer that [`{name}`]{link} makes: it {summary}.");
        let table = self.graph.table().into_iter().map(|row| format!(" {row}"));
        let picture = self.graph.drawn_docs();
        quote! {
            #[doc = #first]
            #[doc = ""]
            #picture
            #(#[doc = #table])*
        }
    }

    /// Where the documentation finds a method.
    fn link(&self, name: &str) -> String {
        match self.consumer.outer.as_ref().and_then(|outer| outer.name()) {
            Some(owner) => format!("({owner}::{name})"),
            None => format!("({name}())"),
        }
    }
}
