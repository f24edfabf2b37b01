//! Lifetimes that are left out, and get a name: what the inner items of the expansion say has to be sayable.

use super::method;
use crate::naming;
use proc_macro2::Span;
use syn::visit_mut::{self, VisitMut};
use syn::{FnArg, GenericParam, Lifetime, Pat, ReturnType, Signature, Type};

/// Gives each elided lifetime a name of its own.
pub(super) struct Namer<'t> {
    base: String,
    taken: &'t mut Vec<String>,
    pub(super) fresh: Vec<Lifetime>,
}

impl<'t> Namer<'t> {
    /// `'base`, `'base2`, … but for what is `taken`.
    pub(super) fn new(base: &str, taken: &'t mut Vec<String>) -> Self {
        Namer { base: base.to_owned(), taken, fresh: Vec::new() }
    }

    fn name(&mut self, span: Span) -> Lifetime {
        let name = naming::unused(&self.base, |name| self.taken.iter().any(|taken| taken == name));
        self.taken.push(name.clone());
        let lifetime = Lifetime::new(&format!("'{name}"), span);
        self.fresh.push(lifetime.clone());
        lifetime
    }
}

impl VisitMut for Namer<'_> {
    fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(self.name(reference.and_token.span));
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.name(lifetime.apostrophe);
        }
    }
    // The elided lifetimes of `fn(&str)` and `dyn Fn(&str)` are their own.
    fn visit_type_fn_ptr_mut(&mut self, _: &mut syn::TypeFnPtr) {}
    fn visit_parenthesized_generic_arguments_mut(
        &mut self,
        _: &mut syn::ParenthesizedGenericArguments,
    ) {
    }
}

/// Finds elided lifetimes, and replaces them if there is a name for them.
#[derive(Default)]
pub(super) struct Elided {
    name: Option<Lifetime>,
    found: bool,
}

impl Elided {
    pub(super) fn is_in(ty: &Type) -> bool {
        let mut elided = Elided::default();
        elided.visit_type_mut(&mut ty.clone());
        elided.found
    }

    /// Says `name` for each.
    pub(super) fn fill(ty: &mut Type, name: &Lifetime) {
        Elided { name: Some(name.clone()), found: false }.visit_type_mut(ty);
    }
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

/// The lifetimes that the parameters leave out, named after them: all, or those that the output leaves out too.
pub(super) fn parameters(sig: &mut Signature, taken: &mut Vec<String>, all: bool) {
    let output_elides = matches!(&sig.output, ReturnType::Type(_, output) if Elided::is_in(output));
    if !all && !output_elides {
        return;
    }
    let mut named: Vec<Lifetime> = Vec::new();
    let mut this = None;
    if let Some(lifetime) = method::elided(sig) {
        let name = naming::unused("this", |name| taken.iter().any(|taken| taken == name));
        taken.push(name.clone());
        let name = Lifetime::new(&format!("'{name}"), Span::call_site());
        *lifetime = Some(name.clone());
        this = Some(name.clone());
        named.push(name);
    }
    if let (true, Some(FnArg::Receiver(receiver))) = (all, sig.inputs.first_mut())
        && let syn::ReceiverKind::Typed(_, ty) = &mut receiver.kind
    {
        let mut of_self = Namer::new("this", taken);
        of_self.visit_type_mut(ty);
        named.append(&mut of_self.fresh);
    }
    if all || this.is_none() {
        let eliding: Vec<&mut syn::PatType> = sig.inputs.iter_mut().filter_map(eliding).collect();
        // With more than one, the output could come from any: rustc says so.
        if all || eliding.len() == 1 {
            for arg in eliding {
                let base = match &*arg.pat {
                    Pat::Ident(pat) => pat.ident.to_string(),
                    _ => "argument".to_owned(),
                };
                let mut after = Namer::new(base.trim_start_matches("r#"), taken);
                after.visit_type_mut(&mut arg.ty);
                named.append(&mut after.fresh);
            }
        }
    }
    let source = match (this, named.as_slice()) {
        (Some(this), _) => Some(this),
        (None, [only]) => Some(only.clone()),
        _ => None,
    };
    if let (Some(source), ReturnType::Type(_, output)) = (&source, &mut sig.output) {
        Elided::fill(output, source);
    }
    let declared = |param: &GenericParam| matches!(param, GenericParam::Lifetime(_));
    let at = sig.generics.params.iter().filter(|param| declared(param)).count();
    for (index, lifetime) in named.into_iter().enumerate() {
        let param = GenericParam::Lifetime(syn::LifetimeParam::new(lifetime));
        sig.generics.params.insert(at + index, param);
    }
}

/// `impl Header<'_>` becomes `impl<'header> Header<'header>`: what stands beside the block has to say it.
pub(crate) fn name_lifetimes(block: &mut syn::ItemImpl) {
    let mut taken: Vec<String> =
        block.generics.lifetimes().map(|param| param.lifetime.ident.to_string()).collect();
    let mut namer = Namer::new("this", &mut taken);
    namer.visit_type_mut(&mut block.self_ty);
    for (at, lifetime) in namer.fresh.into_iter().enumerate() {
        let param = GenericParam::Lifetime(syn::LifetimeParam::new(lifetime));
        block.generics.params.insert(at, param);
    }
    if !block.generics.params.is_empty() {
        block.generics.lt_token.get_or_insert_default();
        block.generics.gt_token.get_or_insert_default();
    }
}

fn eliding(arg: &mut FnArg) -> Option<&mut syn::PatType> {
    match arg {
        FnArg::Typed(arg) if Elided::is_in(&arg.ty) => Some(arg),
        _ => None,
    }
}
