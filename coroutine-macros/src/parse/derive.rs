//! `derive(Clone, Debug)`: what a consumer can do beside waiting.

use crate::catalogue;
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Error, Path, Result, Token};

/// A trait that a consumer can have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Trait {
    Clone,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
}

const NAMES: [(&str, Trait); 7] = [
    ("Clone", Trait::Clone),
    ("Debug", Trait::Debug),
    ("PartialEq", Trait::PartialEq),
    ("Eq", Trait::Eq),
    ("Hash", Trait::Hash),
    ("Serialize", Trait::Serialize),
    ("Deserialize", Trait::Deserialize),
];

/// One of the traits that are asked for.
pub(crate) struct Derive {
    pub(crate) of: Trait,
    /// Where: what lacks the trait is reported there.
    pub(crate) span: Span,
}

impl Derive {
    /// `::core::clone::Clone`, if the trait is one that the standard library derives.
    pub(crate) fn standard(&self) -> Option<TokenStream> {
        let span = self.span.resolved_at(Span::mixed_site());
        Some(match self.of {
            Trait::Clone => quote_spanned!(span=> ::core::clone::Clone),
            Trait::PartialEq => quote_spanned!(span=> ::core::cmp::PartialEq),
            Trait::Eq => quote_spanned!(span=> ::core::cmp::Eq),
            Trait::Hash => quote_spanned!(span=> ::core::hash::Hash),
            Trait::Debug | Trait::Serialize | Trait::Deserialize => return None,
        })
    }
}

/// What stands in the parentheses of `derive(…)`.
pub(super) fn parse(stream: ParseStream) -> Result<Vec<Derive>> {
    let without = |error: Error| catalogue::derive_without_traits().spanned(error.span());
    let listed = listed(stream).map_err(without)?;
    let paths = Punctuated::<Path, Token![,]>::parse_terminated.parse2(listed).map_err(without)?;
    let mut derives: Vec<Derive> = Vec::new();
    for path in paths {
        let name = path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        let Some((_, of)) = NAMES.iter().find(|(known, _)| name == *known) else {
            let known: Vec<String> = NAMES.iter().map(|(known, _)| format!("`{known}`")).collect();
            return Err(catalogue::derive_unknown(name, known.join(", ")).spanned(path.span()));
        };
        let needs_feature = matches!(of, Trait::Serialize | Trait::Deserialize);
        if needs_feature && !cfg!(any(feature = "serde", test)) {
            return Err(catalogue::derive_without_feature(name).spanned(path.span()));
        }
        if derives.iter().any(|derive| derive.of == *of) {
            return Err(catalogue::derive_twice(name).spanned(path.span()));
        }
        derives.push(Derive { of: *of, span: path.span() });
    }
    Ok(derives)
}

/// What stands in the parentheses.
fn listed(stream: ParseStream<'_>) -> Result<TokenStream> {
    let inner;
    syn::parenthesized!(inner in stream);
    inner.parse()
}
