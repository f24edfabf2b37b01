//! The function's own signature: what is refused in it, its parameters, its output.

use crate::catalogue;
use crate::diagnostics::Errors;
use proc_macro2::{Ident, Span, TokenStream};
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

/// What a plain function would have, and a consumer has not.
pub(crate) struct Written {
    /// The statements, if they could not be read.
    pub(crate) unread: Option<TokenStream>,
    pub(crate) is_async: bool,
    pub(crate) is_unsafe: bool,
    /// Its output has no name.
    pub(crate) is_opaque: bool,
}

impl Written {
    pub(super) fn new(sig: &Signature, unread: Option<TokenStream>) -> Self {
        Written {
            unread,
            is_async: sig.asyncness.is_some(),
            is_unsafe: matches!(sig.safety, Safety::Unsafe(_)),
            is_opaque: matches!(&sig.output, ReturnType::Type(_, output) if is_nameless(output)),
        }
    }
}

/// What the attribute stands on, when that is not a function with a body.
pub(super) fn not_a_function(item: &TokenStream, error: syn::Error) -> syn::Error {
    match syn::parse2::<syn::Item>(item.clone()) {
        Ok(syn::Item::Fn(_)) | Err(_) => error,
        Ok(other) => catalogue::not_a_function().at(other),
    }
}

/// Reports the kinds of function that no state machine can stand for.
pub(super) fn check(sig: &Signature, errors: &mut Errors) {
    if let Some(token) = &sig.constness {
        errors.at(token, catalogue::function_const());
    }
    if let Some(token) = &sig.asyncness {
        errors.at(token, catalogue::function_async());
    }
    if let Safety::Unsafe(token) = &sig.safety {
        errors.at(token, catalogue::function_unsafe());
    }
    if let Some(abi) = &sig.abi {
        errors.at(abi, catalogue::function_extern());
    }
    if let Some(variadic) = &sig.variadic {
        errors.at(variadic, catalogue::function_variadic());
    }
    if let ReturnType::Type(_, output) = &sig.output
        && matches!(&**output, Type::Never(_))
    {
        errors.at(output, catalogue::output_never());
    }
    for arg in &sig.inputs {
        let (FnArg::Typed(syn::PatType { attrs, .. })
        | FnArg::Receiver(syn::Receiver { attrs, .. })) = arg;
        for attr in attrs.iter().filter(|attr| is_cfg(attr)) {
            errors.at(attr, catalogue::parameter_configured_away());
        }
    }
    if let ReturnType::Type(_, output) = &sig.output
        && let Some(span) = super::input::opaque(output)
    {
        errors.spanned(span, catalogue::output_opaque());
    }
}

pub(crate) fn is_cfg(attr: &syn::Attribute) -> bool {
    attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr")
}

/// Whether it is no type that can stand for the output.
fn is_nameless(output: &Type) -> bool {
    matches!(output, Type::Never(_)) || super::input::opaque(output).is_some()
}

/// The output type.
pub(super) fn output(sig: &Signature) -> Type {
    match &sig.output {
        // What has no name is reported already; the signature has to stand all the same.
        ReturnType::Type(_, output) if !is_nameless(output) => (**output).clone(),
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
