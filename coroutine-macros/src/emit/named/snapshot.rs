//! Snapshots of a machine that has a name: those of its state.

use super::Named;
use crate::emit::Emitter;
use crate::naming;
use crate::parse::{Trait, mentions};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{GenericParam, Generics, Lifetime, Type, parse_quote};

impl Emitter<'_> {
    pub(super) fn named_snapshots(&self, named: &Named<'_>) -> TokenStream {
        let (save, load) = (self.named_save(named), self.named_load(named));
        quote!(#save #load)
    }

    fn named_save(&self, named: &Named<'_>) -> Option<TokenStream> {
        let bound = quote!(::coroutine_runtime::__private::serde::Serialize);
        let bound = self.asked(Trait::Serialize, &bound)?;
        let name = named.name;
        let generics = bounded(&named.generics, &bound);
        let (params, args, where_clause) = generics.split_for_impl();
        let serializer = unused_type(&generics, "S");
        Some(quote! {
            impl #params ::coroutine_runtime::Save for #name #args #where_clause {
                fn save<#serializer: ::coroutine_runtime::__private::serde::Serializer>(
                    &self,
                    snapshot: ::coroutine_runtime::__private::Snapshot<#serializer>,
                ) -> ::core::result::Result<#serializer::Ok, #serializer::Error> {
                    ::coroutine_runtime::Save::save(&self.0, snapshot)
                }
            }
        })
    }

    /// By itself, and in the place of what the function has been called with.
    fn named_load(&self, named: &Named<'_>) -> Option<TokenStream> {
        let bound = quote!(::coroutine_runtime::__private::serde::Deserialize);
        let bound = self.asked(Trait::Deserialize, &bound)?;
        let name = named.name;
        let own = named.generics.lifetimes().find(|param| param.lifetime.ident == "de");
        let lifetime =
            own.map_or_else(|| Lifetime::new("'de", Span::call_site()), |own| own.lifetime.clone());
        let generics = bounded(&named.generics, &quote!(#bound<#lifetime>));
        let (_, args, where_clause) = generics.split_for_impl();
        let mut declared = generics.clone();
        let outlived: Vec<&Lifetime> = generics.lifetimes().map(|param| &param.lifetime).collect();
        let param: GenericParam = if outlived.is_empty() {
            parse_quote!(#lifetime)
        } else {
            parse_quote!(#lifetime: #(#outlived)+*)
        };
        if own.is_none() {
            declared.params.insert(0, param);
        }
        let (params, _, _) = declared.split_for_impl();
        let state: Type = syn::parse2(self.state_type(named)).ok()?;
        let (map, deserializer) = (unused_type(&generics, "A"), unused_type(&generics, "D"));
        let marker = named.marker();
        let load = quote!(::coroutine_runtime::__private::Load<#lifetime>);
        Some(quote! {
            impl #params #load for #name #args #where_clause {
                const CONSUMER: &'static ::core::primitive::str = <#state as #load>::CONSUMER;
                const PLACES: &'static [&'static ::core::primitive::str] = <#state as #load>::PLACES;
                fn load<#map: ::coroutine_runtime::__private::serde::de::MapAccess<#lifetime>>(
                    place: &::core::primitive::str,
                    locals: ::coroutine_runtime::__private::Locals<#map>,
                ) -> ::core::result::Result<Self, #map::Error> {
                    ::core::result::Result::Ok(#name(<#state as #load>::load(place, locals)? #marker))
                }
            }
            impl #params ::coroutine_runtime::Restore<#lifetime> for #name #args #where_clause {
                fn restore<#deserializer: ::coroutine_runtime::__private::serde::Deserializer<#lifetime>>(
                    &mut self,
                    snapshot: #deserializer,
                ) -> ::core::result::Result<(), #deserializer::Error> {
                    *self = ::coroutine_runtime::__private::read(snapshot)?;
                    ::core::result::Result::Ok(())
                }
            }
        })
    }
}

/// As a derive has it: a bound for each parameter that is a type.
fn bounded(generics: &Generics, bound: &TokenStream) -> Generics {
    let mut bounded = generics.clone();
    // What the function asks for itself is not asked for twice: rustc could not tell which is meant.
    let is_asked = |param: &syn::TypeParam| {
        let (bounds, clause) = (&param.bounds, &generics.where_clause);
        let said = quote!(#bounds #clause);
        mentions(&said, "DeserializeOwned") || mentions(&said, "Deserialize")
    };
    let reads = mentions(bound, "Deserialize");
    let wanted = |param: &&syn::TypeParam| !reads || !is_asked(param);
    let params: Vec<Ident> =
        generics.type_params().filter(wanted).map(|param| param.ident.clone()).collect();
    if !params.is_empty() {
        let clause = bounded.make_where_clause();
        clause.predicates.extend(
            params.iter().map(|param| -> syn::WherePredicate { parse_quote!(#param: #bound) }),
        );
    }
    bounded
}

fn unused_type(generics: &Generics, base: &str) -> Ident {
    let taken = |name: &str| {
        let mut params = generics.params.iter().map(|param| match param {
            GenericParam::Type(param) => param.ident.to_string(),
            GenericParam::Const(param) => param.ident.to_string(),
            GenericParam::Lifetime(_) => String::new(),
        });
        params.any(|param| param == name)
    };
    Ident::new(&naming::unused(base, taken), Span::call_site())
}
