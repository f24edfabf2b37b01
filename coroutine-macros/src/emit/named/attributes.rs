//! What of a function's attributes holds of the type beside it too.

use crate::parse::is_cfg;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Item, Meta};

/// What of the function's attributes holds of its code, wherever that stands: whether it is there, and the levels of lints.
pub(crate) fn levels(attrs: &[Attribute]) -> Vec<Attribute> {
    let holds = |attr: &&Attribute| {
        let levels = ["allow", "expect", "warn", "deny", "forbid"];
        is_cfg(attr) || levels.iter().any(|level| attr.path().is_ident(level))
    };
    attrs.iter().filter(holds).map(allowed).collect()
}

/// What is expected of all of the code is not of each of its parts.
pub(crate) fn allowed(attr: &Attribute) -> Attribute {
    let mut allowed = attr.clone();
    if let (true, Meta::List(list)) = (attr.path().is_ident("expect"), &mut allowed.meta) {
        list.path = syn::parse_quote!(allow);
    }
    allowed
}

/// Gives each item some attributes.
pub(super) fn given(items: TokenStream, attrs: &[Attribute]) -> TokenStream {
    if attrs.is_empty() {
        return items;
    }
    let Ok(mut file) = syn::parse2::<syn::File>(items.clone()) else { return items };
    for item in &mut file.items {
        let own = match item {
            Item::Struct(item) => &mut item.attrs,
            Item::Enum(item) => &mut item.attrs,
            Item::Impl(item) => &mut item.attrs,
            Item::Const(item) => &mut item.attrs,
            _ => continue,
        };
        own.splice(0..0, attrs.iter().cloned());
    }
    file.into_token_stream()
}
