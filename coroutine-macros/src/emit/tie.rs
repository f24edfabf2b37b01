//! The inner functions that give the transitions their exact types, with a lifetime that is fresh for each input, which no
//! closure can say of itself.
//!
//! An inner function does not see `Self`, nor the generics of what it stands in: what may mention them is a parameter of its
//! own there, and is said where it is called.

use super::{Emitter, signature};
use crate::evident::is_closed_type;
use crate::parse::{Consumer, mentions};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use std::collections::BTreeSet;
use syn::{GenericArgument, GenericParam, Generics, Lifetime, PathArguments, Type};

/// The types of a transition, as an inner function can say them.
pub(super) struct Tie {
    input: Type,
    reply: Type,
    output: Type,
    /// `Output`, `Input: ?Sized`.
    declared: Vec<TokenStream>,
    predicates: Vec<syn::WherePredicate>,
    /// What is said for each in the call.
    args: Vec<TokenStream>,
}

impl Tie {
    pub(super) fn new(consumer: &Consumer) -> Self {
        let mut opener = Opener { consumer, params: Vec::new(), needs_generics: false };
        let input = opener.open(&consumer.input.ty, "Input", false);
        let reply = opener.open(&consumer.reply, "Reply", false);
        let output = opener.open(&consumer.output, "Output", false);
        let (mut declared, mut args, mut predicates) = (Vec::new(), Vec::new(), Vec::new());
        if opener.needs_generics {
            let generics = &consumer.generics;
            let lifetimes = |param: &&GenericParam| matches!(param, GenericParam::Lifetime(_));
            let params = generics.params.iter().filter(|param| !lifetimes(param));
            declared.extend(params.map(ToTokens::to_token_stream));
            args.extend(arguments(generics));
            let clauses = generics.where_clause.iter();
            predicates.extend(clauses.flat_map(|clause| clause.predicates.iter().cloned()));
        }
        // A lifetime of what it stands in is any lifetime here: its bounds are those of the call.
        let said = quote!(#input #reply #output #(#declared)* #(#predicates)*);
        let lifetimes = foreign_lifetimes(consumer, said);
        let lifetimes =
            lifetimes.iter().map(|name| Lifetime::new(&format!("'{name}"), Span::call_site()));
        declared.splice(0..0, lifetimes.map(ToTokens::into_token_stream));
        for Param { name, ty, is_behind_reference } in opener.params {
            let unsized_too = is_behind_reference.then(|| quote!(: ?::core::marker::Sized));
            declared.push(quote!(#name #unsized_too));
            args.push(ty);
        }
        Tie { input, reply, output, declared, predicates, args }
    }
}

/// The parameters that can be said: lifetimes are inferred.
fn arguments(generics: &Generics) -> impl Iterator<Item = TokenStream> {
    generics.params.iter().filter_map(|param| match param {
        GenericParam::Lifetime(_) => None,
        GenericParam::Type(param) => Some(param.ident.to_token_stream()),
        GenericParam::Const(param) => Some(param.ident.to_token_stream()),
    })
}

/// The lifetimes among the tokens that are neither fresh for each input, nor known everywhere.
fn foreign_lifetimes(consumer: &Consumer, tokens: TokenStream) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match (token, tokens.peek()) {
            (TokenTree::Punct(punct), Some(TokenTree::Ident(name))) if punct.as_char() == '\'' => {
                let is_fresh = consumer.input.fresh.iter().any(|fresh| fresh.ident == *name);
                if !is_fresh && name != "static" && name != "_" {
                    found.insert(name.to_string());
                }
            }
            (TokenTree::Group(group), _) => {
                found.extend(foreign_lifetimes(consumer, group.stream()));
            }
            _ => {}
        }
    }
    found
}

/// A type that stands for another.
struct Param {
    name: Ident,
    ty: TokenStream,
    is_behind_reference: bool,
}

/// Makes parameters of what cannot be said.
struct Opener<'c> {
    consumer: &'c Consumer,
    params: Vec<Param>,
    /// A parameter of the function's stands where it may have to keep its bounds: in the arguments of another type.
    needs_generics: bool,
}

impl Opener<'_> {
    fn open(&mut self, ty: &Type, role: &str, is_behind_reference: bool) -> Type {
        let is_foreign = || !foreign_lifetimes(self.consumer, ty.to_token_stream()).is_empty();
        if is_closed_type(ty) && !self.names_generics(ty) && !is_foreign() {
            return ty.clone();
        }
        if !self.consumer.input.lends_to(ty) {
            return self.param(ty, role, is_behind_reference);
        }
        let mut ty = ty.clone();
        match &mut ty {
            Type::Reference(inner) => *inner.elem = self.open(&inner.elem, role, true),
            Type::Slice(inner) => *inner.elem = self.open(&inner.elem, role, false),
            Type::Array(inner) => *inner.elem = self.open(&inner.elem, role, false),
            Type::Paren(inner) => *inner.elem = self.open(&inner.elem, role, false),
            Type::Tuple(tuple) => {
                for elem in &mut tuple.elems {
                    *elem = self.open(elem, role, false);
                }
            }
            Type::Path(path) => {
                let segments = path.path.segments.iter_mut();
                for arguments in segments.map(|segment| &mut segment.arguments) {
                    self.open_arguments(arguments, role);
                }
            }
            _ => self.needs_generics |= self.names_generics(&ty),
        }
        ty
    }

    fn open_arguments(&mut self, arguments: &mut PathArguments, role: &str) {
        let PathArguments::AngleBracketed(arguments) = arguments else { return };
        for argument in &mut arguments.args {
            match argument {
                GenericArgument::Type(ty) if self.names_generics(ty) => self.needs_generics = true,
                GenericArgument::Type(ty) => *ty = self.open(ty, role, false),
                GenericArgument::Lifetime(_) => {}
                other => self.needs_generics |= self.names_generics(other),
            }
        }
    }

    /// Whether a parameter of the function's own is mentioned.
    fn names_generics(&self, tokens: &impl ToTokens) -> bool {
        let tokens = tokens.to_token_stream();
        self.consumer.generics.params.iter().any(|param| match param {
            GenericParam::Lifetime(_) => false,
            GenericParam::Type(param) => mentions(&tokens, &param.ident.to_string()),
            GenericParam::Const(param) => mentions(&tokens, &param.ident.to_string()),
        })
    }

    fn param(&mut self, ty: &Type, role: &str, is_behind_reference: bool) -> Type {
        let tokens = ty.to_token_stream();
        let known = self.params.iter().find(|param| {
            param.ty.to_string() == tokens.to_string()
                && param.is_behind_reference == is_behind_reference
        });
        if let Some(Param { name, .. }) = known {
            return syn::parse_quote!(#name);
        }
        let is_taken = |name: &str| {
            self.consumer.mentions(name) || self.params.iter().any(|param| param.name == name)
        };
        let name = Ident::new(&crate::naming::unused(role, is_taken), Span::call_site());
        self.params.push(Param { name: name.clone(), ty: tokens, is_behind_reference });
        syn::parse_quote!(#name)
    }
}

impl Emitter<'_> {
    /// `fn receive<S, F>(_: &Start<S>, transition: F) -> F where F: for<'input> Fn(&mut S, &'input str) -> Step<(), ()>`
    pub(super) fn tie(&self) -> TokenStream {
        let Tie { input, reply, output, .. } = &self.tie;
        let input = if self.layout.partition.merged {
            quote!(::core::option::Option<#input>)
        } else {
            quote!(#input)
        };
        let answer = quote!(::coroutine_runtime::Step<#reply, #output>);
        self.tie_called(&self.layout.tie, &input, &answer, None)
    }

    /// The same for whole slices.
    pub(super) fn feed_tie(&self) -> Option<TokenStream> {
        // What is no copy cannot be sent as part of a slice: that is the option's to say.
        let span = self.consumer.batch.as_ref().filter(|_| self.has_feed())?.span();
        let copy = quote_spanned!(span.resolved_at(Span::mixed_site())=> ::core::marker::Copy);
        let Tie { input, output, .. } = &self.tie;
        let fresh = signature::fresh(self.consumer);
        let slice = quote!(&mut ::core::slice::Iter<'_, #input>);
        let answer = quote!(::core::option::Option<#output>);
        let is_copy = quote!(#fresh #input: #copy);
        Some(self.tie_called(&self.layout.feed_tie, &slice, &answer, Some(is_copy)))
    }

    fn tie_called(
        &self,
        name: &Ident,
        input: &TokenStream,
        answer: &TokenStream,
        predicate: Option<TokenStream>,
    ) -> TokenStream {
        let Tie { declared, predicates, .. } = &self.tie;
        let predicates =
            predicate.into_iter().chain(predicates.iter().map(ToTokens::to_token_stream));
        let (state, function) = (self.consumer.unused("S"), self.consumer.unused("F"));
        let fresh = signature::fresh(self.consumer);
        quote! {
            fn #name<#(#declared,)* #state, #function>(
                _: &::coroutine_runtime::__private::Start<#state>,
                transition: #function,
            ) -> #function
            where
                #function: #fresh ::core::ops::Fn(&mut #state, #input) -> #answer,
                #(#predicates,)*
            {
                transition
            }
        }
    }

    /// `receive::<T, _, _>`
    pub(super) fn tied(&self, name: &Ident) -> TokenStream {
        let args = &self.tie.args;
        if args.is_empty() { quote!(#name) } else { quote!(#name::<#(#args,)* _, _>) }
    }
}
