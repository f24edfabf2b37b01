//! The enum of the states, and the inner function that gives every transition its exact type.

use super::{Emitter, hidden, signature};
use crate::ir::{Local, Suspension};
use crate::parse::{Consumer, mentions};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::GenericParam;

impl Emitter<'_> {
    pub(super) fn machine(&self) -> TokenStream {
        let layout = self.layout;
        let machine = &layout.machine;
        let mut params: Vec<&Ident> = layout.params.values().collect();
        let output = hidden("Output");
        if layout.returned {
            params.push(&output);
        }
        let generics = if params.is_empty() { TokenStream::new() } else { quote!(<#(#params),*>) };
        let doc = format!(" Where `{}` stands, and what it holds there.", self.consumer.ident);
        let start = self.variant(&quote!(Start), &layout.start);
        let states = layout.states.iter().map(|(suspension, saved)| {
            let point = &self.body.suspensions[*suspension];
            let state = &point.state;
            let doc = format!(" Waiting at `{}`.", point.source);
            let variant = self.variant(state, saved);
            quote!(#[doc = #doc] #variant)
        });
        let joins = layout.joins.iter().map(|join| {
            let variant = self.variant(&join.state, &join.saved);
            quote!(#[doc = " On the way: code that several waits lead to."] #variant)
        });
        let returned = layout.returned.then(|| {
            quote! {
                #[doc = " Returned while it was primed; `close` gives the output."]
                Returned { output: #output },
            }
        });
        quote! {
            #[doc = #doc]
            #[allow(dead_code)]
            enum #machine #generics {
                #start,
                #(#states,)*
                #(#joins,)*
                #returned
                #[doc = " Returned, closed or panicked."]
                Done,
            }
        }
    }

    /// `Line { pattern: Pattern }`. Locals that are dropped where they lie are dropped in the order of the fields:
    /// then the newest comes first, as Rust has it.
    fn variant(&self, state: &dyn ToTokens, saved: &[Local]) -> TokenStream {
        if saved.is_empty() {
            return state.to_token_stream();
        }
        let mut saved: Vec<Local> = saved.to_vec();
        if saved.iter().filter(|local| !self.body.locals[**local].plain).count() > 1 {
            saved.reverse();
        }
        let fields = saved.iter().map(|local| {
            let (name, ty) = (&self.body.locals[*local].ident, &self.layout.params[local]);
            quote!(#name: #ty)
        });
        quote!(#state { #(#fields),* })
    }

    /// `Grep::Line { pattern }`, to build a state. Mistakes about what is stored are the suspension's.
    pub(super) fn build(&self, state: &Ident, saved: &[Local], at: Option<Suspension>) -> TokenStream {
        let machine = &self.layout.machine;
        if saved.is_empty() {
            return quote!(#machine::#state);
        }
        let names = saved.iter().map(|local| {
            let mut name = self.body.locals[*local].ident.clone();
            if let Some(suspension) = at {
                name.set_span(self.body.suspensions[suspension].span.resolved_at(name.span()));
            }
            name
        });
        quote!(#machine::#state { #(#names),* })
    }

    pub(super) fn tie(&self) -> TokenStream {
        let Consumer { input, reply, output, .. } = self.consumer;
        let tie = &self.layout.tie;
        let ty = &input.ty;
        let fresh = signature::fresh(self.consumer);
        let receive = signature::receive(self.consumer);
        let (declared, where_clause) = self.tie_generics();
        let step = quote!(::coroutine_runtime::Step<#reply, #output>);
        let (transitions, made) = if self.layout.partition.merged {
            let transitions = quote! {
                resume: impl #fresh Fn(&mut State, ::core::option::Option<#ty>) -> #step,
                keep: impl Fn(&mut State, #output),
            };
            (transitions, quote!(Merged { state, names, abandon, resume, keep, close }))
        } else {
            let transitions = quote! {
                prime: impl Fn(&mut State) -> ::core::option::Option<#reply>,
                receive: impl #fresh Fn(&mut State, #ty) -> #step,
            };
            (transitions, quote!(Inferred { state, names, abandon, prime, receive, close }))
        };
        quote! {
            fn #tie<#(#declared,)* State>(
                state: State,
                names: impl Fn(&State) -> ::coroutine_runtime::State,
                abandon: impl Fn(&mut State),
                #transitions
                close: impl Fn(&mut State) -> ::core::option::Option<#output>,
            ) -> impl #receive #where_clause {
                ::coroutine_runtime::__private::#made
            }
        }
    }

    /// The function's generics, if the types of the transitions mention any: the inner function cannot see them.
    fn tie_generics(&self) -> (Vec<TokenStream>, Option<&syn::WhereClause>) {
        if !self.needs_generics() {
            return (Vec::new(), None);
        }
        let generics = &self.consumer.generics;
        (generics.params.iter().map(ToTokens::to_token_stream).collect(), generics.where_clause.as_ref())
    }

    fn needs_generics(&self) -> bool {
        let Consumer { input, reply, output, .. } = self.consumer;
        let (ty, generics) = (&input.ty, &self.consumer.generics);
        let types = quote!(#ty #reply #output);
        generics.params.iter().any(|param| match param {
            GenericParam::Lifetime(param) => mentions(&types, &param.lifetime.ident.to_string()),
            GenericParam::Type(param) => mentions(&types, &param.ident.to_string()),
            GenericParam::Const(param) => mentions(&types, &param.ident.to_string()),
        })
    }

    /// `::<T, N, _>`: lifetimes are inferred, and need not be said.
    pub(super) fn tie_turbofish(&self) -> TokenStream {
        if !self.needs_generics() {
            return TokenStream::new();
        }
        let args: Vec<&Ident> = self
            .consumer
            .generics
            .params
            .iter()
            .filter_map(|param| match param {
                GenericParam::Lifetime(_) => None,
                GenericParam::Type(param) => Some(&param.ident),
                GenericParam::Const(param) => Some(&param.ident),
            })
            .collect();
        quote!(::<#(#args,)* _>)
    }
}
