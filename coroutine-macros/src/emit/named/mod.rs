//! A machine whose type has a name: the transitions are its methods.

mod attributes;
mod docs;
mod methods;
mod snapshot;

pub(super) use attributes::allowed;
pub(crate) use attributes::levels;

use super::transition::start_ident;
use super::{Emitted, Emitter, signature};
use crate::parse::{Derive, mentions};
use crate::types::Types;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
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
                let mentioned = begins_path(&types, &ident.to_string());
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
        let (items, traits) = (&self.body.items, self.traits());
        let impls = if items.is_empty() && traits.is_empty() {
            impls
        } else {
            quote!(const _: () = { #(#items)* #traits #impls };)
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
        let beside = attributes::given(beside, &attributes::levels(&self.consumer.attrs));
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
            #docs
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

    /// The function, which makes one.
    fn constructor(&self, named: &Named<'_>) -> TokenStream {
        let (name, args) = (named.name, named.args());
        let signature = signature::returning(
            self.consumer,
            &quote!(#name #args),
            Some(&self.docs_of_function()),
        );
        let imports = signature::imports(self.consumer);
        let (this, for_rustc) = (signature::this(self.consumer), self.for_rustc());
        let unused = self.unused();
        let start = start_ident();
        let state = self.build(self.start(&start), None);
        let marker =
            (!named.unmentioned().is_empty()).then(|| quote!(, ::core::marker::PhantomData));
        quote! {
            #signature {
                #imports
                #for_rustc
                #this
                #unused
                ::coroutine_runtime::__private::unprimed(#name(#state #marker))
            }
        }
    }
}

/// Whether a path begins with a name: in `other::T`, `T` is no parameter.
fn begins_path(tokens: &TokenStream, name: &str) -> bool {
    let mut behind_colon = false;
    for token in tokens.clone() {
        let found = match &token {
            TokenTree::Ident(ident) => ident == name && !behind_colon,
            TokenTree::Group(group) => begins_path(&group.stream(), name),
            _ => false,
        };
        if found {
            return true;
        }
        behind_colon = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ':');
    }
    false
}
