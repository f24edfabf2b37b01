//! A machine whose type has a name: everything that its parameters leave unsaid gets a name too.

use crate::naming::{self, camel_case};
use proc_macro2::Span;
use syn::visit_mut::{self, VisitMut};
use syn::{FnArg, GenericParam, Ident, Pat, Signature, Type, TypeParam};

/// `keep: impl Fn(&str) -> bool` becomes `keep: Keep`, of a parameter `Keep: Fn(&str) -> bool`.
pub(super) fn name_impl_traits(sig: &mut Signature, is_taken: impl Fn(&str) -> bool) {
    let mut params = Vec::new();
    for arg in &mut sig.inputs {
        let FnArg::Typed(arg) = arg else { continue };
        let base = match &*arg.pat {
            Pat::Ident(pat) => camel_case(&pat.ident.to_string()),
            _ => "Argument".to_owned(),
        };
        Namer { base, params: &mut params, is_taken: &is_taken }.visit_type_mut(&mut arg.ty);
    }
    sig.generics.params.extend(params.into_iter().map(GenericParam::Type));
}

struct Namer<'p> {
    base: String,
    params: &'p mut Vec<TypeParam>,
    is_taken: &'p dyn Fn(&str) -> bool,
}

impl VisitMut for Namer<'_> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        let Type::ImplTrait(opaque) = ty else { return visit_mut::visit_type_mut(self, ty) };
        let name = naming::unused(&self.base, |name| {
            (self.is_taken)(name) || self.params.iter().any(|param| param.ident == name)
        });
        let ident = Ident::new(&name, Span::call_site());
        let at = self.params.len();
        self.params.push(TypeParam {
            colon_token: Some(syn::Token![:](Span::call_site())),
            ..TypeParam::from(ident.clone())
        });
        // Those inside of it come behind it.
        let mut bounds = opaque.bounds.clone();
        bounds.iter_mut().for_each(|bound| self.visit_type_param_bound_mut(bound));
        self.params[at].bounds = bounds;
        *ty = syn::parse_quote!(#ident);
    }
}
