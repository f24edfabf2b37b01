//! `#[consumer]` on an `impl` block: its methods may name their machines, whose types stand beside the block.

use crate::catalogue;
use crate::compile;
use crate::diagnostics::Errors;
use crate::markers::names_consumer;
use crate::parse::{Outer, name_lifetimes};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{ImplItem, ImplItemFn, ItemImpl, Meta};

/// Expands the methods that are marked.
pub(crate) fn expand(attribute: TokenStream, mut block: ItemImpl) -> TokenStream {
    let mut errors = Errors::default();
    if !attribute.is_empty() {
        errors.at(attribute, catalogue::block_with_options());
    }
    name_lifetimes(&mut block);
    let outer = Outer::new(&block);
    let mut beside = TokenStream::new();
    let mut names: Vec<String> = Vec::new();
    let mut marked = false;
    for item in &mut block.items {
        let ImplItem::Fn(method) = item else { continue };
        let Some(attribute) = take_attribute(method) else { continue };
        marked = true;
        let mut expanded = compile::method(attribute, quote!(#method), &outer);
        if let Some(name) = &expanded.name {
            if names.contains(&name.to_string()) {
                // One type is enough for its callers.
                expanded.beside = TokenStream::new();
                errors.at(name, catalogue::name_twice(name));
            }
            names.push(name.to_string());
        }
        beside.extend(expanded.beside);
        *item = ImplItem::Verbatim(expanded.function);
    }
    if !marked {
        errors.at(block.impl_token, catalogue::block_without_consumer());
    }
    let errors = errors.into_tokens();
    quote!(#beside #block #errors)
}

/// The arguments of a method's own `#[consumer(…)]`.
fn take_attribute(method: &mut ImplItemFn) -> Option<TokenStream> {
    let at = method.attrs.iter().position(|attribute| names_consumer(attribute.path()))?;
    match method.attrs.remove(at).meta {
        Meta::List(list) => Some(list.tokens),
        _ => Some(TokenStream::new()),
    }
}
