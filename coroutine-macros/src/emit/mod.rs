//! emit: prints the machine. Every decision has been made before.
//!
//! `machine` the enum and the function that ties the transitions together · `transition` the closures ·
//! `flow` one segment as nested blocks and loops · `rewrite` the jumps in the user's statements · `close` the handlers

mod close;
mod flow;
mod hold;
mod machine;
mod rewrite;
mod signature;
mod state;
mod transition;

pub(crate) use signature::stub;

use crate::ir::Body;
use crate::parse::Consumer;
use crate::storage::Layout;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// What all parts of the output refer to.
struct Emitter<'a> {
    consumer: &'a Consumer,
    body: &'a Body,
    layout: &'a Layout,
}

pub(crate) fn emit(consumer: &Consumer, body: &Body, layout: &Layout) -> TokenStream {
    let emitter = Emitter { consumer, body, layout };
    let signature = signature::signature(consumer);
    let machine = emitter.machine();
    let tie = emitter.tie();
    let items = &body.items;
    let imports = signature::imports(consumer);
    let transitions = emitter.transitions();
    let allow = body
        .may_diverge
        .then(|| quote!(#[allow(unreachable_code, clippy::diverging_sub_expression)]));
    quote! {
        #allow
        #signature {
            #(#items)*
            #machine
            #tie
            #imports
            #transitions
        }
    }
}

/// A name of ours that no name of the user's can be confused with.
fn hidden(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}
