//! The transitions of a named machine, as methods.

use super::Named;
use crate::emit::feed::feed_label;
use crate::emit::{Emitter, hidden};
use crate::parse::{Consumer, Input, mentions};
use proc_macro2::TokenStream;
use quote::quote;
use syn::GenericParam;

impl Emitter<'_> {
    pub(super) fn impls(&self, named: &Named<'_>) -> TokenStream {
        let Named { name, generics, .. } = named;
        let Consumer { input: Input { ty: input, fresh, .. }, reply, output, .. } = self.consumer;
        let (params, args, where_clause) = generics.split_for_impl();
        let mut receiving = generics.clone();
        for (at, lifetime) in fresh.iter().enumerate() {
            let param = syn::LifetimeParam::new(lifetime.clone());
            receiving.params.insert(at, GenericParam::Lifetime(param));
        }
        let (receiving, _, _) = receiving.split_for_impl();
        let (machine, allow) = (&self.layout.machine, self.allow());
        let label = self.consumer.name();
        let (close, place) = (of_state(&self.close(), true), of_state(&self.names(), false));
        let resume = self.resuming(named);
        let (prime, receive, feed) = (self.priming(), self.receiving(), self.feeding());
        let fmt = self.derives_debug().then(|| {
            quote! {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::fmt::Debug::fmt(&self.0, f)
                }
            }
        });
        quote! {
            #resume
            impl #params ::coroutine_runtime::Machine for #name #args #where_clause {
                type Output = #output;
                #[inline]
                fn close(&mut self) -> ::core::option::Option<#output> { #close }
                #[inline]
                fn finish(&mut self) { self.0 = #machine::Done; }
                #[inline]
                fn state(&self) -> ::core::option::Option<&'static str> { #place }
                #[inline]
                fn name(&self) -> &'static str { #label }
                #fmt
            }
            #allow
            impl #receiving ::coroutine_runtime::Receive<#input> for #name #args #where_clause {
                type Reply = #reply;
                #[inline]
                fn prime(&mut self) -> ::core::option::Option<#reply> { #prime }
                #receive
                #feed
            }
        }
    }

    /// What primes and receives, where that is one.
    fn resuming(&self, named: &Named<'_>) -> Option<TokenStream> {
        if !self.layout.partition.merged {
            return None;
        }
        let (name, state, allow) = (named.name, self.state_type(named), self.allow());
        let Consumer { input: Input { ty, fresh, .. }, reply, output, .. } = self.consumer;
        let (params, args, where_clause) = named.generics.split_for_impl();
        let (place, input, code) = (hidden("state"), crate::ir::input(), self.resume());
        let types = self.types_of(&code);
        Some(quote! {
            #allow
            impl #params #name #args #where_clause {
                fn resume<#(#fresh),*>(
                    #place: &mut #state,
                    mut #input: ::core::option::Option<#ty>,
                ) -> ::coroutine_runtime::Step<#reply, #output> {
                    #types
                    #code
                }
            }
        })
    }

    fn priming(&self) -> TokenStream {
        if !self.layout.partition.merged {
            let code = self.prime();
            let (types, code) = (self.types_of(&code), of_state(&code, true));
            return quote!(#types #code);
        }
        let (output, machine) = (hidden("output"), &self.layout.machine);
        let (pattern, keep) = if self.layout.returned {
            (quote!(#output), quote!(self.0 = #machine::Returned { #output };))
        } else {
            (quote!(_), TokenStream::new())
        };
        let reply = hidden("reply");
        quote! {
            match Self::resume(&mut self.0, ::core::option::Option::None) {
                ::coroutine_runtime::Step::Yielded(#reply) => ::core::option::Option::Some(#reply),
                ::coroutine_runtime::Step::Complete { output: #pattern } => {
                    #keep
                    ::core::option::Option::None
                }
                ::coroutine_runtime::Step::Finished => ::core::option::Option::None,
            }
        }
    }

    fn receiving(&self) -> TokenStream {
        let Consumer { input: Input { ty, .. }, reply, output, .. } = self.consumer;
        let (input, code) = if self.layout.partition.merged {
            let input = crate::ir::input();
            let code = quote!(Self::resume(&mut self.0, ::core::option::Option::Some(#input)));
            (input, code)
        } else {
            let (input, code) = self.receive();
            let (types, code) = (self.types_of(&code), of_state(&code, true));
            (input, quote!(#types #code))
        };
        quote! {
            #[inline]
            fn receive(&mut self, #input: #ty) -> ::coroutine_runtime::Step<#reply, #output> {
                #code
            }
        }
    }

    fn feeding(&self) -> Option<TokenStream> {
        if !self.has_feed() {
            return None;
        }
        let Consumer { input: Input { ty, .. }, output, .. } = self.consumer;
        let one = self.feeds_one().then(|| {
            let input = crate::ir::input();
            quote!(::coroutine_runtime::Receive::receive(self, #input))
        });
        let arms = self.feed_arms(one.as_ref());
        let (place, rest, run) = (hidden("state"), hidden("rest"), feed_label());
        let types = self.types_of(&arms);
        Some(quote! {
            #[inline]
            fn feed(
                &mut self,
                #rest: &mut ::core::slice::Iter<'_, #ty>,
            ) -> ::core::option::Option<#output> {
                #types
                #run: loop {
                    let #place = &mut self.0;
                    match #place { #arms }
                }
            }
        })
    }
}

impl Emitter<'_> {
    /// What the locals of a method take their types from. It has no parameters of the function's: their types are written.
    fn types_of(&self, code: &TokenStream) -> Option<TokenStream> {
        self.moves(code)?;
        let declared = self.consumer.params.iter().map(|param| {
            let (name, ty) = (&param.ident, &param.ty);
            quote!(let #name = ::coroutine_runtime::__private::as_written::__param::<#ty>();)
        });
        self.typing_body(&declared.collect())
    }
}

/// Code that works on the `state`, in a method.
fn of_state(code: &TokenStream, mutably: bool) -> TokenStream {
    let place = hidden("state");
    let mutably = mutably.then(|| quote!(mut));
    let state = mentions(code, "state").then(|| quote!(let #place = &#mutably self.0;));
    quote!(#state #code)
}
