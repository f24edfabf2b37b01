//! `derive(…)`: what the states can do beside waiting.

use super::Emitter;
use super::state::{Own, braced};
use crate::ir::Local;
use crate::parse::{Consumer, Derive, Trait};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

/// `+ ::core::clone::Clone`: what callers may know of a machine that has no name.
pub(super) fn bounds(consumer: &Consumer) -> TokenStream {
    let has = |of: Trait| consumer.derives.iter().any(|derive| derive.of == of);
    // What another implies, a lint would ask for not to be said.
    let said = |derive: &&Derive| derive.of != Trait::PartialEq || !has(Trait::Eq);
    let bound = |derive: &Derive| match derive.of {
        Trait::Debug => None,
        Trait::Serialize => Some(respanned(quote!(::coroutine_runtime::Save), derive.span)),
        Trait::Deserialize => Some(super::snapshot::restores(consumer, derive.span)),
        _ => derive.standard(),
    };
    let derives = consumer.derives.iter().filter(said).filter_map(bound);
    derives.map(|derive| quote!(+ #derive)).collect()
}

impl Emitter<'_> {
    /// `#[derive(::core::clone::Clone)]` on each enum.
    pub(super) fn derives(&self) -> Option<TokenStream> {
        let derives: Vec<TokenStream> =
            self.consumer.derives.iter().filter_map(Derive::standard).collect();
        (!derives.is_empty()).then(|| quote!(#[derive(#(#derives),*)]))
    }

    pub(super) fn derives_debug(&self) -> bool {
        self.consumer.derives.iter().any(|derive| derive.of == Trait::Debug)
    }

    /// Shows a state as if each were a variant with all that it holds, however they lie.
    pub(super) fn debug(&self) -> Option<TokenStream> {
        let span = self.consumer.derives.iter().find(|derive| derive.of == Trait::Debug)?.span;
        let mut debug = quote!(::core::fmt::Debug);
        debug = respanned(debug, span);
        let machine = &self.layout.machine;
        let (declared, args) = self.parameters(&debug);
        let f = super::hidden("f");
        let arms = self.views().map(|View { pattern, name, locals }| {
            let fields = locals.iter().map(|(name, ident)| quote!(.field(#name, #ident)));
            if locals.is_empty() {
                quote!(#pattern => #f.write_str(#name),)
            } else {
                quote!(#pattern => #f.debug_struct(#name) #(#fields)* .finish(),)
            }
        });
        Some(quote! {
            impl #declared #debug for #machine #args {
                fn fmt(&self, #f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    match self {
                        #(#arms)*
                        _ => #f.write_str("Done"),
                    }
                }
            }
        })
    }

    /// `<Pattern: Debug>` and `<Pattern>`.
    fn parameters(&self, bound: &TokenStream) -> (TokenStream, TokenStream) {
        let params: Vec<&Ident> = self.layout.params.values().collect();
        let output = self.layout.returned.then(|| super::hidden("Output"));
        let output: Vec<&Ident> = output.iter().collect();
        if params.is_empty() && output.is_empty() {
            return (TokenStream::new(), TokenStream::new());
        }
        (quote!(<#(#params: #bound,)* #(#output),*>), quote!(<#(#params,)* #(#output),*>))
    }

    /// Each place to wait with all that is alive there.
    pub(super) fn views(&self) -> impl Iterator<Item = View> {
        self.layout.states.iter().map(|(suspension, saved)| {
            let state = &self.body.suspensions[*suspension].state;
            let own = Own { state, saved, is_start: false };
            let all = |part: &[Local]| {
                let fields: Vec<TokenStream> = part
                    .iter()
                    .map(|local| self.body.locals[*local].ident.to_token_stream())
                    .collect();
                braced(&fields, false)
            };
            let locals = saved.iter().map(|local| {
                let ident = self.body.locals[*local].ident.clone();
                (self.shown_name(*local, saved), ident)
            });
            View {
                pattern: self.whole(own, all),
                name: state.to_string(),
                locals: locals.collect(),
            }
        })
    }

    /// A local's name as its user wrote it, if no other of the place is called so.
    fn shown_name(&self, local: Local, saved: &[Local]) -> String {
        let ident = self.names.among(self.body, local, saved);
        let is_this = self.consumer.this.as_ref().is_some_and(|this| this.ident == ident);
        if is_this {
            "self".to_owned()
        } else {
            ident.to_string().trim_start_matches("r#").to_owned()
        }
    }
}

/// A place to wait, seen as a variant of its own.
pub(super) struct View {
    pub(super) pattern: TokenStream,
    pub(super) name: String,
    pub(super) locals: Vec<(String, Ident)>,
}

/// What lacks a trait is reported where that is asked for.
pub(super) fn respanned(tokens: TokenStream, span: proc_macro2::Span) -> TokenStream {
    let span = span.resolved_at(proc_macro2::Span::mixed_site());
    tokens
        .into_iter()
        .map(|mut token| {
            token.set_span(span);
            token
        })
        .collect()
}
