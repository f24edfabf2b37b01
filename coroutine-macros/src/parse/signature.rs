//! The function's own signature: what is refused in it, its parameters, its output.

use crate::diagnostics::Errors;
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::{FnArg, Pat, ReturnType, Safety, Signature, Type};

/// A parameter of the constructor; a local of the body from the start.
pub(crate) struct Param {
    /// `pattern`; `argument2` where the parameter is a larger pattern.
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) mutable: bool,
    /// `(a, b)`: taken apart when the body starts.
    pub(crate) pattern: Option<Pat>,
    pub(crate) attrs: Vec<syn::Attribute>,
}

/// What the attribute stands on, when that is not a function with a body.
pub(super) fn not_a_function(item: &TokenStream, error: syn::Error) -> syn::Error {
    match syn::parse2::<syn::Item>(item.clone()) {
        Ok(syn::Item::Fn(_)) | Err(_) => error,
        Ok(other) => {
            syn::Error::new_spanned(other, "`#[consumer]` stands on a function with a body")
        }
    }
}

/// Reports the kinds of function that no state machine can stand for.
pub(super) fn check(sig: &Signature, errors: &mut Errors) {
    fn refuse(errors: &mut Errors, tokens: &dyn ToTokens, what: &str, instead: &str) {
        errors.at(tokens, format!("a consumer cannot be {what}: {instead}"));
    }
    if let Some(token) = &sig.constness {
        refuse(errors, token, "a `const fn`", "remove `const`");
    }
    if let Some(token) = &sig.asyncness {
        refuse(errors, token, "an `async fn`", "remove `async`; `recv!()` is what it waits in");
    }
    if let Safety::Unsafe(token) = &sig.safety {
        refuse(
            errors,
            token,
            "an `unsafe fn`",
            "remove `unsafe`, and keep it to a block in the body",
        );
    }
    if let Some(abi) = &sig.abi {
        refuse(errors, abi, "an `extern fn`", "remove the ABI");
    }
    if let Some(variadic) = &sig.variadic {
        refuse(errors, variadic, "variadic", "remove `...`");
    }
    if let ReturnType::Type(_, output) = &sig.output
        && matches!(&**output, Type::Never(_))
    {
        errors.at(output, "a consumer that never returns has no output: leave out `-> !`");
    }
    for arg in &sig.inputs {
        let (FnArg::Typed(syn::PatType { attrs, .. })
        | FnArg::Receiver(syn::Receiver { attrs, .. })) = arg;
        for attr in attrs.iter().filter(|attr| is_cfg(attr)) {
            let error = "a parameter of a consumer cannot be configured away: put the `#[cfg]` on the function";
            errors.at(attr, error);
        }
    }
    if let ReturnType::Type(_, output) = &sig.output
        && let Some(span) = super::input::opaque(output)
    {
        errors.spanned(
            span,
            "an output needs a type with a name: return a `Box<dyn …>`, or what it is made of",
        );
    }
}

pub(crate) fn is_cfg(attr: &syn::Attribute) -> bool {
    attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr")
}

/// The output type.
pub(super) fn output(sig: &Signature) -> Type {
    match &sig.output {
        // What has no name is reported already; the signature has to stand all the same.
        ReturnType::Type(_, output) if super::input::opaque(output).is_none() => (**output).clone(),
        _ => syn::parse_quote!(()),
    }
}

pub(super) fn params(sig: &Signature) -> Vec<Param> {
    let typed = sig.inputs.iter().filter_map(|arg| match arg {
        FnArg::Typed(arg) => Some(arg),
        FnArg::Receiver(_) => None,
    });
    typed
        .enumerate()
        .map(|(index, arg)| {
            let (attrs, ty) = (arg.attrs.clone(), (*arg.ty).clone());
            match &*arg.pat {
                Pat::Ident(pat) if pat.by_ref.is_none() && pat.subpat.is_none() => Param {
                    ident: pat.ident.clone(),
                    ty,
                    mutable: pat.mutability.is_some(),
                    pattern: None,
                    attrs,
                },
                pat => {
                    let ident = Ident::new(&format!("argument{}", index + 1), Span::mixed_site());
                    Param { ident, ty, mutable: false, pattern: Some(pat.clone()), attrs }
                }
            }
        })
        .collect()
}
