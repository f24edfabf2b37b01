//! The `impl` block that a method stands in, as far as `#[consumer]` on that has told of it.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Generics, PathArguments, Type};

/// What a type beside the `impl` block needs to know of it.
#[derive(Clone)]
pub(crate) struct Outer {
    pub(crate) generics: Generics,
    pub(crate) self_ty: Type,
    /// Of a trait: it has the trait's items, and no others.
    pub(crate) of_trait: bool,
}

impl Outer {
    pub(crate) fn new(block: &syn::ItemImpl) -> Self {
        let self_ty = (*block.self_ty).clone();
        let mut outer =
            Outer { generics: block.generics.clone(), self_ty, of_trait: block.trait_.is_some() };
        if let Some(clause) = &block.generics.where_clause {
            let predicates = outer.without_self(clause.predicates.to_token_stream());
            outer.generics.where_clause = syn::parse2(quote!(where #predicates)).ok();
        }
        outer
    }

    /// The type that it is an `impl` of.
    pub(crate) fn name(&self) -> Option<&Ident> {
        match &self.self_ty {
            Type::Path(path) => path.path.segments.last().map(|last| &last.ident),
            _ => None,
        }
    }

    pub(super) fn lifetimes(&self) -> Vec<String> {
        let lifetimes = self.generics.lifetimes();
        lifetimes.map(|param| param.lifetime.ident.to_string()).collect()
    }

    /// A method as it reads outside of the block: `Self` is the type itself.
    pub(super) fn without_self(&self, method: TokenStream) -> TokenStream {
        let mut tokens = method.into_iter();
        let mut written = TokenStream::new();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(ident) if ident == "Self" => {
                    written.extend(self.path().into_iter().map(|mut token| {
                        token.set_span(ident.span());
                        token
                    }));
                }
                // An `impl` in the body has a `Self` of its own.
                TokenTree::Ident(ident)
                    if ident == "trait" || Self::starts_impl(&ident, &written) =>
                {
                    written.extend([TokenTree::Ident(ident)]);
                    for token in tokens.by_ref() {
                        let ends = matches!(&token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
                        written.extend([token]);
                        if ends {
                            break;
                        }
                    }
                }
                TokenTree::Group(group) => {
                    let mut inner =
                        Group::new(group.delimiter(), self.without_self(group.stream()));
                    inner.set_span(group.span());
                    written.extend([TokenTree::Group(inner)]);
                }
                token => written.extend([token]),
            }
        }
        written
    }

    /// An `impl` that begins an item, and no `impl Trait`: nothing stands before it, or what ends a statement.
    fn starts_impl(ident: &Ident, before: &TokenStream) -> bool {
        let last = before.clone().into_iter().last();
        ident == "impl"
            && match last {
                None => true,
                Some(TokenTree::Punct(punct)) => punct.as_char() == ';',
                Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Brace,
                Some(_) => false,
            }
    }

    /// `Header::<T>`, which is a type, and begins an expression or a pattern too.
    fn path(&self) -> TokenStream {
        let Type::Path(ty) = &self.self_ty else {
            let ty = &self.self_ty;
            return quote!(<#ty>);
        };
        let mut path = ty.clone();
        for segment in &mut path.path.segments {
            if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
                arguments.colon2_token.get_or_insert_default();
            }
        }
        path.to_token_stream()
    }
}
