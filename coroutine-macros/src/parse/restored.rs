//! `'de`: how long a snapshot lives that the locals of a consumer borrow from.

use super::Input;
use super::elision::Namer;
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::visit_mut::VisitMut;
use syn::{BoundLifetimes, FnArg, GenericParam, Lifetime, ReceiverKind, Signature, Type};

/// Whether a local may borrow: the function has a lifetime, with or without a name.
pub(super) fn lends(sig: &Signature, input: Option<&Type>) -> bool {
    let elides = sig.inputs.iter().any(|arg| match arg {
        FnArg::Receiver(receiver) => matches!(receiver.kind, ReceiverKind::Reference(..)),
        FnArg::Typed(arg) => super::elision::Elided::is_in(&arg.ty),
    });
    elides || !named(sig, input).is_empty()
}

/// Declares `'de`, which outlives every other lifetime: what is borrowed in a local is borrowed from the snapshot. One that the
/// function declares itself has the bounds that its user gives it.
pub(super) fn lifetime(sig: &mut Signature, input: &Input, taken: &mut Vec<String>) -> Lifetime {
    if let Some(own) = sig.generics.lifetimes().find(|param| param.lifetime.ident == "de") {
        return own.lifetime.clone();
    }
    let mut shorter = named(sig, Some(&input.ty));
    shorter.retain(|lifetime| !input.fresh.contains(lifetime));
    let mut lifetime = Lifetime::new("'_", Span::call_site());
    Namer::new("de", taken).visit_lifetime_mut(&mut lifetime);
    let declared = sig.generics.lifetimes().count();
    let param = syn::parse_quote!(#lifetime: #(#shorter)+*);
    sig.generics.params.insert(declared, GenericParam::Lifetime(param));
    lifetime
}

/// The lifetimes that are declared, and those of what the function stands in.
fn named(sig: &Signature, input: Option<&Type>) -> Vec<Lifetime> {
    struct Named {
        found: Vec<Lifetime>,
        bound: Vec<Lifetime>,
    }
    impl<'ast> Visit<'ast> for Named {
        fn visit_lifetime(&mut self, lifetime: &'ast Lifetime) {
            self.found.push(lifetime.clone());
        }
        fn visit_bound_lifetimes(&mut self, bound: &'ast BoundLifetimes) {
            for param in &bound.lifetimes {
                if let GenericParam::Lifetime(param) = param {
                    self.bound.push(param.lifetime.clone());
                }
            }
            visit::visit_bound_lifetimes(self, bound);
        }
    }
    let mut named = Named { found: Vec::new(), bound: Vec::new() };
    for param in sig.generics.lifetimes() {
        named.visit_lifetime(&param.lifetime);
    }
    for arg in &sig.inputs {
        named.visit_fn_arg(arg);
    }
    if let Some(input) = input {
        named.visit_type(input);
    }
    let Named { found, bound } = named;
    let mut lifetimes: Vec<Lifetime> = Vec::new();
    for lifetime in found {
        let is_outer = lifetime.ident != "static" && lifetime.ident != "_";
        if is_outer && !bound.contains(&lifetime) && !lifetimes.contains(&lifetime) {
            lifetimes.push(lifetime);
        }
    }
    lifetimes
}
