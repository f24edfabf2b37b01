//! `derive(Serialize, Deserialize)`: each state to and from a map of its locals by name.

use super::derive::{View, respanned};
use super::state::{Own, braced};
use super::{Emitter, hidden};
use crate::ir::{Local, Suspension};
use crate::naming;
use crate::parse::{Consumer, Trait};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::collections::BTreeSet;

/// `::coroutine_runtime::Restore<'de>`, or `for<'de>` if nothing is borrowed from the snapshot.
pub(super) fn restores(consumer: &Consumer, span: Span) -> TokenStream {
    let restore = respanned(quote!(::coroutine_runtime::Restore), span);
    consumer
        .restored
        .as_ref()
        .map_or_else(|| quote!(for<'de> #restore<'de>), |lifetime| quote!(#restore<#lifetime>))
}

impl Emitter<'_> {
    /// Writes a state as if each were a variant with all that it holds, however they lie.
    pub(super) fn save(&self) -> Option<TokenStream> {
        let bound = self
            .asked(Trait::Serialize, &quote!(::coroutine_runtime::__private::serde::Serialize))?;
        let machine = &self.layout.machine;
        let (params, args) = self.bounded(&bound);
        let (name, serializer, snapshot) =
            (self.consumer.name(), self.param("S"), hidden("snapshot"));
        let arms = self.snapshots().map(|(View { pattern, name, locals }, _)| {
            let locals = locals.iter().map(|(name, ident)| quote!(.local(#name, #ident)));
            quote!(#pattern => #snapshot.at(#name) #(#locals)* .end(),)
        });
        let declared = (!params.is_empty()).then(|| quote!(<#(#params),*>));
        Some(quote! {
            impl #declared ::coroutine_runtime::Save for #machine #args {
                fn save<#serializer: ::coroutine_runtime::__private::serde::Serializer>(
                    &self,
                    #snapshot: ::coroutine_runtime::__private::Snapshot<#serializer>,
                ) -> ::core::result::Result<#serializer::Ok, #serializer::Error> {
                    match self {
                        #(#arms)*
                        #machine::Done => #snapshot.at("Done").end(),
                        _ => #snapshot.nowhere(#name),
                    }
                }
            }
        })
    }

    /// Makes a state of what such a map holds.
    pub(super) fn load(&self) -> Option<TokenStream> {
        let bound = self.asked(
            Trait::Deserialize,
            &quote!(::coroutine_runtime::__private::serde::Deserialize),
        )?;
        let machine = &self.layout.machine;
        let (params, args) = self.bounded(&quote!(#bound<'de>));
        let (name, map) = (self.consumer.name(), self.param("A"));
        let (place, locals) = (hidden("place"), hidden("locals"));
        let places = self.snapshots().map(|(view, _)| view.name);
        let arms = self.snapshots().map(|(view, value)| {
            let View { name, locals: held, .. } = view;
            let slots = held.iter().map(|(name, ident)| {
                quote!(let mut #ident = ::coroutine_runtime::__private::Slot::new(#name);)
            });
            let idents = held.iter().map(|(_, ident)| ident);
            quote! {
                #name => {
                    #(#slots)*
                    #locals.fill(&mut [#(&mut #idents),*])?;
                    ::core::result::Result::Ok(#value)
                }
            }
        });
        Some(quote! {
            impl<'de, #(#params),*> ::coroutine_runtime::__private::Load<'de> for #machine #args {
                const CONSUMER: &'static ::core::primitive::str = #name;
                const PLACES: &'static [&'static ::core::primitive::str] = &[#(#places),*];
                fn load<#map: ::coroutine_runtime::__private::serde::de::MapAccess<'de>>(
                    #place: &::core::primitive::str,
                    #locals: ::coroutine_runtime::__private::Locals<#map>,
                ) -> ::core::result::Result<Self, #map::Error> {
                    match #place {
                        #(#arms)*
                        _ => {
                            #locals.fill(&mut [])?;
                            ::core::result::Result::Ok(#machine::Done)
                        }
                    }
                }
            }
        })
    }

    /// The bound of a trait that is asked for, where it is: what lacks it is reported there.
    pub(super) fn asked(&self, of: Trait, bound: &TokenStream) -> Option<TokenStream> {
        let derive = self.consumer.derives.iter().find(|derive| derive.of == of)?;
        Some(respanned(bound.clone(), derive.span))
    }

    /// Each place to wait under its name in a snapshot, and the state that it is made of again.
    fn snapshots(&self) -> impl Iterator<Item = (View, TokenStream)> {
        self.views().zip(&self.layout.states).map(|(mut view, (suspension, saved))| {
            view.name = self.place_name(*suspension, saved);
            let state = &self.body.suspensions[*suspension].state;
            let own = Own { state, saved, is_start: false };
            let taken = |part: &[Local]| {
                let fields = part.iter().map(|local| {
                    let ident = &self.body.locals[*local].ident;
                    quote!(#ident: #ident.take())
                });
                braced(&fields.collect::<Vec<_>>(), false)
            };
            let value = self.whole(own, taken);
            (view, value)
        })
    }

    /// `Line`; or `Recv3 of 8c1f20d3` for a place that an edited source could mean another by.
    fn place_name(&self, suspension: Suspension, saved: &[Local]) -> String {
        let state = &self.body.suspensions[suspension].state;
        if self.body.is_named(suspension, saved) {
            state.to_string()
        } else {
            format!("{state} of {}", self.consumer.fingerprint)
        }
    }

    /// The enum's parameters, those of what waits with a bound; and as arguments.
    fn bounded(&self, bound: &TokenStream) -> (Vec<TokenStream>, Option<TokenStream>) {
        let waiting: BTreeSet<Local> =
            self.layout.states.iter().flat_map(|(_, saved)| saved.iter().copied()).collect();
        let output = self.layout.returned.then(|| hidden("Output"));
        let declared = self.layout.params.iter().map(|(local, param)| {
            if waiting.contains(local) { quote!(#param: #bound) } else { quote!(#param) }
        });
        let declared = declared.chain(output.iter().map(|output| quote!(#output))).collect();
        let args: Vec<&Ident> = self.layout.params.values().chain(&output).collect();
        (declared, (!args.is_empty()).then(|| quote!(<#(#args),*>)))
    }

    /// A parameter beside those of the enum.
    fn param(&self, base: &str) -> Ident {
        let is_taken = |name: &str| self.layout.params.values().any(|param| param == name);
        Ident::new(&naming::unused(base, is_taken), Span::call_site())
    }
}
