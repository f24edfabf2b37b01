//! The body once more, as it is written, where it never runs: rustc infers the types of the locals from it (`typing` says of which, and
//! when). It stands behind a `panic!()`: rustc looks at the types of such code, and at nothing else of it. There are two, since a closure is
//! looked at by itself.
//!
//! ```text
//! let x = if recv!() > 0 { recv!() } else { 0 };
//! ```
//!
//! becomes
//!
//! ```text
//! let x = if __recv::<u8, _>(()) > 0 { __recv::<u8, _>(()) } else { 0 };
//! __tie(x, x_);
//! ```
//!
//! An operand that is kept over a wait is `operand_.keep(operand)`, the head of a loop `iter_.keep(into_iter(head))`.

mod params;
mod printer;

use super::Emitter;
use super::words::Words;
use crate::ir::TypedBy;
use crate::sites;
use printer::Printer;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use std::collections::HashMap;
use syn::visit_mut::VisitMut;

impl Emitter<'_> {
    /// What makes the witnesses, and shows them their types. `declared` are the parameters, where they are not those of the function.
    pub(super) fn typing_body(&self, declared: &TokenStream) -> Option<TokenStream> {
        let typing = self.typing?;
        let mut by_place: HashMap<TypedBy, Vec<Ident>> = HashMap::new();
        let mut of_params = TokenStream::new();
        for (local, witness) in &typing.witnesses {
            let decl = &self.body.locals[*local];
            if let Some(place) = decl.typed_by {
                by_place.entry(place).or_default().push(witness.clone());
            } else {
                let name = &decl.ident;
                of_params.extend(quote!(__tie(#name, #witness);));
            }
        }
        let consumer = self.consumer;
        let mut printer = Printer { consumer, by_place, hoisted: &self.body.hoisted, depth: 0 };
        let mut body = self.body.written.clone();
        printer.visit_block_mut(&mut body);
        sites::strip_block(&mut body);
        let statements = body.stmts.iter().map(ToTokens::to_token_stream).collect();
        let statements = Words::new(consumer).replaced(statements);
        let (output, witnesses) = (&consumer.output, typing.witnesses.values());
        Some(quote! {
            ::coroutine_runtime::__private::witnesses!(#(#witnesses),*);
            #[allow(unused, clippy::all, clippy::pedantic, clippy::nursery)]
            if false {
                ::core::panic!();
                #declared
                let _ = || -> #output {
                    ::core::panic!();
                    use ::coroutine_runtime::__private::as_written::*;
                    #of_params
                    #statements
                };
            }
        })
    }
}
