//! The function's own signature: what is refused in it, its parameters, its output.

use crate::diagnostics::Errors;
use crate::naming;
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{FnArg, GenericParam, Lifetime, Pat, Receiver, ReturnType, Safety, Signature, Type};

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
        && let Some(span) = super::input::opaque(output)
    {
        errors.spanned(
            span,
            "an output needs a type with a name: return a `Box<dyn …>`, or what it is made of",
        );
    }
    if let Some(FnArg::Receiver(receiver)) = sig.inputs.first() {
        refuse(errors, receiver, "a method yet", "pass what it needs of `self` as parameters");
    }
}

/// The output type. A lifetime elided in it gets the name of the parameter it comes from,
/// so that the inner items of the expansion can say it too.
pub(super) fn output(sig: &mut Signature, taken: &[String]) -> Type {
    let ReturnType::Type(_, output) = &mut sig.output else { return syn::parse_quote!(()) };
    if super::input::opaque(output).is_some() {
        // Reported already; the signature has to stand all the same.
        return syn::parse_quote!(());
    }
    let mut elided = Elided::default();
    elided.visit_type_mut(output);
    if !elided.found {
        return (**output).clone();
    }
    let mut sources = sig.inputs.iter_mut().filter_map(|arg| match arg {
        FnArg::Typed(arg) => {
            let mut elided = Elided::default();
            elided.visit_type_mut(&mut arg.ty);
            elided.found.then_some(arg)
        }
        FnArg::Receiver(_) => None,
    });
    // With more than one, the output could come from any: rustc says so.
    let (Some(source), None) = (sources.next(), sources.next()) else { return (**output).clone() };
    let name = match &*source.pat {
        Pat::Ident(pat) => pat.ident.to_string(),
        _ => "argument".to_owned(),
    };
    let name = naming::unused(name.trim_start_matches("r#"), |name| {
        taken.iter().any(|taken| taken == name)
    });
    let lifetime = Lifetime::new(&format!("'{name}"), Span::call_site());
    let mut namer = Elided { name: Some(lifetime.clone()), found: false };
    namer.visit_type_mut(&mut source.ty);
    namer.visit_type_mut(output);
    let output = (**output).clone();
    sig.generics.params.insert(0, GenericParam::Lifetime(syn::LifetimeParam::new(lifetime)));
    output
}

/// Finds elided lifetimes, and replaces them if there is a name for them.
#[derive(Default)]
struct Elided {
    name: Option<Lifetime>,
    found: bool,
}

impl VisitMut for Elided {
    fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
        if reference.lifetime.is_none() {
            self.found = true;
            reference.lifetime.clone_from(&self.name);
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            self.found = true;
            if let Some(name) = &self.name {
                *lifetime = name.clone();
            }
        }
    }
    fn visit_type_fn_ptr_mut(&mut self, _: &mut syn::TypeFnPtr) {}
    fn visit_parenthesized_generic_arguments_mut(
        &mut self,
        _: &mut syn::ParenthesizedGenericArguments,
    ) {
    }
}

/// `&mut self`, which is refused, and kept for the callers' sake.
pub(super) fn receiver(sig: &Signature) -> Option<Receiver> {
    match sig.inputs.first() {
        Some(FnArg::Receiver(receiver)) => Some(receiver.clone()),
        _ => None,
    }
}

pub(super) fn params(sig: &mut Signature) -> Vec<Param> {
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
