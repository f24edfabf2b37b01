//! The enum of the states.

use super::{Emitter, hidden};
use crate::ir::Local;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use std::collections::BTreeSet;

impl Emitter<'_> {
    pub(super) fn machine(&self) -> TokenStream {
        let layout = self.layout;
        let machine = &self.said_at_function(&layout.machine);
        let mut params: Vec<&Ident> = layout.params.values().collect();
        let output = hidden("Output");
        if layout.returned {
            params.push(&output);
        }
        let generics = if params.is_empty() { TokenStream::new() } else { quote!(<#(#params),*>) };
        let start = self.variant(&quote!(Start), &layout.start);
        let places = self.places();
        let returned = layout.returned.then(|| quote!(Returned { output: #output },));
        let (docs, shape) = (self.docs(), &layout.shape);
        let (derives, allow) = (self.derives(), self.fields_as_written());
        let derives = quote!(#derives #allow);
        // Its name is nobody's business but that of the type that it is the state of.
        let hidden = self.consumer.name.as_ref().map(|_| quote!(#[doc(hidden)]));
        if !shape.is_nested() {
            return quote! {
                #(#[doc = #docs])*
                #hidden
                #derives
                enum #machine #generics {
                    #start,
                    #(#places,)*
                    #returned
                    Done,
                }
            };
        }
        let (at, field, waiting) =
            (&self.said_at_function(&shape.at), &shape.field, &shape.waiting);
        let common = self.fields_of(&shape.common);
        let params: Vec<&Ident> = layout
            .params
            .iter()
            .filter(|(local, _)| layout.is_payload(**local))
            .map(|(_, param)| param)
            .collect();
        let args = if params.is_empty() { TokenStream::new() } else { quote!(<#(#params),*>) };
        // Where all is dropped at once, the newest goes first.
        let (before, behind) = if self.drops_in_order(self.layout.held().flatten().copied()) {
            (Some(quote!(#field: #at #args,)), None)
        } else {
            (None, Some(quote!(#field: #at #args,)))
        };
        let vacant = &shape.vacant;
        let vacant = layout.leaves_vacant().then(|| quote!(#vacant,));
        quote! {
            /// What is alive at every wait lies in `Waiting`, beside the place to wait.
            #hidden
            #derives
            enum #machine #generics {
                #start,
                #waiting { #before #(#common,)* #behind },
                #returned
                Done,
            }
            #(#[doc = #docs])*
            #hidden
            #derives
            enum #at #args {
                #(#places,)*
                #vacant
            }
        }
    }

    /// What a machine lacks since a local does, as `Send`, rustc says of the type of the states: it points at the function.
    fn said_at_function(&self, name: &Ident) -> Ident {
        let mut name = name.clone();
        name.set_span(self.consumer.ident.span().resolved_at(name.span()));
        name
    }

    /// Of a name that a lint minds it speaks where the user wrote it, and not of a field too.
    fn fields_as_written(&self) -> Option<TokenStream> {
        let is_minded = |local: &Local| {
            let name = self.body.locals[*local].ident.to_string();
            name.contains(char::is_uppercase) || name.contains("__")
        };
        self.layout.params.keys().any(is_minded).then(|| quote!(#[allow(non_snake_case)]))
    }

    /// The variants for what may wait, and for joins.
    fn places(&self) -> Vec<TokenStream> {
        let shape = &self.layout.shape;
        let states = self.layout.states.iter().map(|(suspension, saved)| {
            self.variant(&self.body.suspensions[*suspension].state, &shape.payload(saved))
        });
        let joins = self.layout.joins.iter();
        let joins = joins.map(|join| self.variant(&join.state, &shape.payload(&join.saved)));
        states.chain(joins).collect()
    }

    /// A line for each variant that is not what its name says. Above the enum, since a formatter would spread
    /// documented variants over many lines.
    fn docs(&self) -> Vec<String> {
        let waits = self.layout.states.iter().map(|(suspension, _)| {
            let point = &self.body.suspensions[*suspension];
            format!(" `{}`: waiting at `{}`.", point.state, point.source)
        });
        let joins = self
            .layout
            .joins
            .iter()
            .map(|join| format!(" `{}`: what several waits lead to.", join.state));
        let returned = self
            .layout
            .returned
            .then(|| " `Returned`: while primed; `close` gives the output.".to_owned());
        waits.chain(joins).chain(returned).collect()
    }

    /// `Line { pattern: Pattern }`. Locals that are dropped where they lie are dropped in the order of the fields:
    /// then the newest comes first, as Rust has it.
    fn variant(&self, state: &dyn ToTokens, saved: &[Local]) -> TokenStream {
        if saved.is_empty() {
            return state.to_token_stream();
        }
        let fields = self.fields_of(saved);
        quote!(#state { #(#fields),* })
    }

    /// `pattern: Pattern`.
    fn fields_of(&self, saved: &[Local]) -> Vec<TokenStream> {
        let mut saved: Vec<Local> = saved.to_vec();
        if self.drops_in_order(saved.iter().copied()) {
            saved.reverse();
        }
        let field = |local: &Local| {
            let (name, ty) = (&self.body.locals[*local].ident, &self.layout.params[local]);
            quote!(#name: #ty)
        };
        saved.iter().map(field).collect()
    }

    /// Whether it matters in what order these are dropped.
    fn drops_in_order(&self, locals: impl Iterator<Item = Local>) -> bool {
        let dropped: BTreeSet<Local> =
            locals.filter(|local| !self.body.locals[*local].plain).collect();
        dropped.len() > 1
    }
}
