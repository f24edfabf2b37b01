//! A function whose body does not parse, such as one that is being typed: its signature stands all the same.

use crate::catalogue;
use crate::diagnostics::Errors;
use crate::nesting;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, ItemFn, Result, Signature, Visibility};

/// What the attribute stands on.
pub(super) struct Read {
    /// With no statements, if those could not be read.
    pub(super) function: ItemFn,
    /// The statements that could not.
    pub(super) unread: Option<TokenStream>,
}

/// `None` if it is not a function, or one without a body.
pub(super) fn read(item: &TokenStream, errors: &mut Errors) -> Option<Read> {
    if let Some(error) = nesting::too_deep(item.clone()) {
        errors.push(error);
        let mut read = signature.parse2(item.clone()).ok()?;
        // Nothing is to walk into it.
        read.unread = Some(quote!(::core::unreachable!()));
        return Some(read);
    }
    let error = match syn::parse2(item.clone()) {
        Ok(function) => return Some(Read { function, unread: None }),
        Err(error) => error,
    };
    let Ok(read) = signature.parse2(item.clone()) else {
        errors.push(super::signature::not_a_function(item, error));
        return None;
    };
    errors.spanned(error.span(), catalogue::body_not_read(&error));
    Some(read)
}

fn signature(stream: ParseStream<'_>) -> Result<Read> {
    let attrs = stream.call(Attribute::parse_outer)?;
    let (vis, sig): (Visibility, Signature) = (stream.parse()?, stream.parse()?);
    let body: Group = stream.parse()?;
    if body.delimiter() != Delimiter::Brace || !stream.is_empty() {
        return Err(stream.error("expected a body"));
    }
    let mut empty = Group::new(Delimiter::Brace, TokenStream::new());
    empty.set_span(body.span());
    let empty = TokenTree::Group(empty);
    let function = syn::parse2(quote!(#(#attrs)* #vis #sig #empty))?;
    Ok(Read { function, unread: Some(body.stream()) })
}
