//! The enum of the states.

use super::{Emitter, hidden};
use crate::ir::{Local, Suspension, SuspensionPoint};
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
        let returned = layout.returned.then(|| {
            quote! {
                /// Returned while it was primed; `close` gives the output.
                Returned { output: #output },
            }
        });
        let shape = &layout.shape;
        let (derives, allow) = (self.derives(), self.fields_as_written());
        let derives = quote!(#derives #allow);
        // Its name is nobody's business but that of the type that it is the state of.
        let hidden = self.consumer.name.as_ref().map(|_| quote!(#[doc(hidden)]));
        if !shape.is_nested() {
            return quote! {
                #hidden
                #derives
                enum #machine #generics {
                    /// Not primed yet.
                    #start,
                    #(#places,)*
                    #returned
                    /// Finished.
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
        let vacant = layout.leaves_vacant().then(|| {
            quote! {
                /// Being changed.
                #vacant,
            }
        });
        quote! {
            #hidden
            #derives
            enum #machine #generics {
                /// Not primed yet.
                #start,
                /// Waits, with what is alive at every wait beside the place.
                #waiting { #before #(#common,)* #behind },
                #returned
                /// Finished.
                Done,
            }
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
            let name = self.names.of(self.body, *local).to_string();
            name.contains(char::is_uppercase) || name.contains("__")
        };
        self.layout.stored().iter().any(is_minded).then(|| quote!(#[allow(non_snake_case)]))
    }

    /// The variants for what may wait, and for joins, each with what it is.
    fn places(&self) -> Vec<TokenStream> {
        let shape = &self.layout.shape;
        let states = self.layout.states.iter().map(|(suspension, saved)| {
            let point = &self.body.suspensions[*suspension];
            let (which, held) = (self.which(point), self.holding(saved));
            let doc = format!(" Waits at {which}`{}`{held}.", point.source);
            let variant = self.variant(&point.state, &shape.payload(saved));
            quote!(#[doc = #doc] #variant)
        });
        let joins = self.layout.joins.iter().map(|join| {
            let doc = format!(" Several ways lead here{}.", self.holding(&join.saved));
            let variant = self.variant(&join.state, &shape.payload(&join.saved));
            quote!(#[doc = #doc] #variant)
        });
        states.chain(joins).collect()
    }

    /// `the 2nd `, of those that look alike.
    fn which(&self, point: &SuspensionPoint) -> String {
        let alike = |(suspension, _): &(Suspension, Vec<Local>)| {
            let other = &self.body.suspensions[*suspension];
            (other.source == point.source).then(|| other.state == point.state)
        };
        let alike: Vec<bool> = self.layout.states.iter().filter_map(alike).collect();
        let place = alike.iter().position(|is_this| *is_this).unwrap_or_default() + 1;
        let ending = match (place % 10, place % 100) {
            (_, 11..=13) => "th",
            (1, _) => "st",
            (2, _) => "nd",
            (3, _) => "rd",
            _ => "th",
        };
        if alike.len() > 1 { format!("the {place}{ending} ") } else { String::new() }
    }

    /// With which of the user's locals it waits.
    fn holding(&self, saved: &[Local]) -> String {
        let held = crate::diagram::held(self.consumer, self.body, saved);
        let held: Vec<String> = held.iter().map(|local| format!("`{local}`")).collect();
        match held.as_slice() {
            [] => String::new(),
            [one] => format!(", with {one}"),
            [before @ .., last] => format!(", with {} and {last}", before.join(", ")),
        }
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
            let name = &self.body.locals[*local].ident;
            if let Some(ty) = self.layout.written.get(local) {
                quote!(#name: #ty)
            } else {
                let param = &self.layout.params[local];
                quote!(#name: #param)
            }
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
