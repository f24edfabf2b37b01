//! A machine whose type has a name: the transitions are its methods.

use super::feed::feed_label;
use super::transition::start_ident;
use super::{Emitted, Emitter, hidden, signature};
use crate::parse::{Consumer, Derive, Input, mentions};
use crate::types::Types;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, Type};

/// What the type is called, and what it is generic over.
pub(super) struct Named<'n> {
    pub(super) name: &'n Ident,
    pub(super) generics: Generics,
    /// What the state enum is given for each local that it holds.
    locals: Vec<&'n Type>,
}

impl Named<'_> {
    /// `<'pattern, T>`
    fn args(&self) -> TokenStream {
        let (_, args, _) = self.generics.split_for_impl();
        args.to_token_stream()
    }

    /// `, PhantomData`, if the type has one.
    pub(super) fn marker(&self) -> Option<TokenStream> {
        (!self.unmentioned().is_empty()).then(|| quote!(, ::core::marker::PhantomData))
    }

    /// The parameters that no local mentions.
    fn unmentioned(&self) -> Vec<TokenStream> {
        let locals = &self.locals;
        let types = quote!(#(#locals)*);
        let marker = |param: &GenericParam| match param {
            GenericParam::Lifetime(param) => {
                let lifetime = &param.lifetime;
                let mentioned = mentions(&types, &lifetime.ident.to_string());
                (!mentioned).then(|| quote!(&#lifetime ()))
            }
            GenericParam::Type(param) => {
                let ident = &param.ident;
                let mentioned = mentions(&types, &ident.to_string());
                (!mentioned).then(|| quote!(::core::marker::PhantomData<#ident>))
            }
            GenericParam::Const(_) => None,
        };
        self.generics.params.iter().filter_map(marker).collect()
    }
}

impl Emitter<'_> {
    pub(super) fn named(&self, name: &Ident, types: &Types) -> Emitted {
        let params = self.layout.params.keys();
        let locals = params.map(|local| match types.of(*local) {
            Some(ty) => ty,
            None => unreachable!("what has no type is an error"),
        });
        let output = self.layout.returned.then_some(&self.consumer.output);
        let locals = locals.chain(output).collect();
        let named = Named { name, generics: self.consumer.all_generics(), locals };
        let (machine, debug) = (self.machine(), self.debug());
        let (save, load, snapshots) = (self.save(), self.load(), self.named_snapshots(&named));
        let (ty, impls) = (self.named_type(&named), self.impls(&named));
        // The items of the body are not to be seen from outside.
        let (items, delegate) = (&self.body.items, self.delegate());
        let impls = if items.is_empty() && delegate.is_none() {
            impls
        } else {
            quote!(const _: () = { #(#items)* #delegate #impls };)
        };
        let beside = quote! {
            #ty
            #machine
            #debug
            #save
            #load
            #snapshots
            #impls
        };
        Emitted { function: self.constructor(&named), beside }
    }

    /// `pub struct Grep<'pattern>(GrepState<&'pattern str>);`
    fn named_type(&self, named: &Named<'_>) -> TokenStream {
        let Named { name, generics, .. } = named;
        let (vis, where_clause) = (&self.consumer.vis, &generics.where_clause);
        let (state, docs) = (self.state_type(named), self.state_docs());
        // A second one of this name is reported at the name.
        let keyword = syn::Token![struct](name.span().resolved_at(Span::mixed_site()));
        let unmentioned = named.unmentioned();
        let marker = (!unmentioned.is_empty())
            .then(|| quote!(, ::core::marker::PhantomData<fn() -> (#(#unmentioned,)*)>));
        let derives: Vec<TokenStream> =
            self.consumer.derives.iter().filter_map(Derive::standard).collect();
        let derives = (!derives.is_empty()).then(|| quote!(#[derive(#(#derives),*)]));
        quote! {
            #(#[doc = #docs])*
            #derives
            #vis #keyword #name #generics (#state #marker) #where_clause;
        }
    }

    /// `GrepState<&'pattern str>`
    pub(super) fn state_type(&self, named: &Named<'_>) -> TokenStream {
        let (machine, locals) = (&self.layout.machine, &named.locals);
        let args = (!locals.is_empty()).then(|| quote!(<#(#locals),*>));
        quote!(#machine #args)
    }

    /// For those who read the documentation: where it waits, and what it holds there.
    fn state_docs(&self) -> Vec<String> {
        let name = self.consumer.name();
        let mut docs = vec![
            format!(" The consumer that [`{name}`]{} makes.", self.link(&name)),
            String::new(),
            " | state | waits at | holds |".to_owned(),
            " |---|---|---|".to_owned(),
        ];
        for (suspension, saved) in &self.layout.states {
            let point = &self.body.suspensions[*suspension];
            let held: Vec<String> = saved
                .iter()
                .map(|local| format!("`{}`", self.shown_name(&self.body.locals[*local].ident)))
                .collect();
            let source = point.source.replace('|', "\\|");
            docs.push(format!(" | `{}` | `{source}` | {} |", point.state, held.join(", ")));
        }
        docs
    }

    /// Where the documentation finds a method.
    fn link(&self, name: &str) -> String {
        match self.consumer.outer.as_ref().and_then(|outer| outer.name()) {
            Some(owner) => format!("({owner}::{name})"),
            None => format!("({name}())"),
        }
    }

    /// The function, which makes one.
    fn constructor(&self, named: &Named<'_>) -> TokenStream {
        let (name, args) = (named.name, named.args());
        let signature = signature::returning(self.consumer, &quote!(#name #args));
        let imports = signature::imports(self.consumer);
        let this = signature::this(self.consumer);
        let start = start_ident();
        let state = self.build(self.start(&start), None);
        let marker =
            (!named.unmentioned().is_empty()).then(|| quote!(, ::core::marker::PhantomData));
        quote! {
            #signature {
                #imports
                #this
                ::coroutine_runtime::__private::unprimed(#name(#state #marker))
            }
        }
    }

    fn impls(&self, named: &Named<'_>) -> TokenStream {
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
        Some(quote! {
            #allow
            impl #params #name #args #where_clause {
                fn resume<#(#fresh),*>(
                    #place: &mut #state,
                    mut #input: ::core::option::Option<#ty>,
                ) -> ::coroutine_runtime::Step<#reply, #output> {
                    #code
                }
            }
        })
    }

    fn priming(&self) -> TokenStream {
        if !self.layout.partition.merged {
            return of_state(&self.prime(), true);
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
                ::coroutine_runtime::Step::Complete(#pattern) => {
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
            (input, of_state(&code, true))
        };
        quote! {
            #[inline]
            fn receive(&mut self, #input: #ty) -> ::coroutine_runtime::Step<#reply, #output> {
                #code
            }
        }
    }

    fn feeding(&self) -> Option<TokenStream> {
        self.consumer.batch.as_ref()?;
        let Consumer { input: Input { ty, .. }, output, .. } = self.consumer;
        let one = self.feeds_one().then(|| {
            let input = crate::ir::input();
            quote!(::coroutine_runtime::Receive::receive(self, #input))
        });
        let arms = self.feed_arms(one.as_ref());
        let (place, rest, run) = (hidden("state"), hidden("rest"), feed_label());
        Some(quote! {
            #[inline]
            fn feed(
                &mut self,
                #rest: &mut ::core::slice::Iter<'_, #ty>,
            ) -> ::core::option::Option<#output> {
                #run: loop {
                    let #place = &mut self.0;
                    match #place { #arms }
                }
            }
        })
    }
}

/// Code that works on the `state`, in a method.
fn of_state(code: &TokenStream, mutably: bool) -> TokenStream {
    let place = hidden("state");
    let mutably = mutably.then(|| quote!(mut));
    let state = mentions(code, "state").then(|| quote!(let #place = &#mutably self.0;));
    quote!(#state #code)
}
