//! What is known of one type.

use crate::evident::is_number_type;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, GenericArgument, Lifetime, PathArguments, Type, parse_quote};

#[derive(Clone)]
#[allow(clippy::large_enum_variant, reason = "few of them live at once")]
pub(super) enum Known {
    Type(Type),
    /// Some integer type: `i32`, if nothing shows another.
    Integer,
    /// The same of `f64`.
    Float,
    /// `Vec`, of what is not known yet.
    Open(syn::Path),
}

impl Known {
    pub(super) fn is_number(&self) -> bool {
        match self {
            Known::Type(ty) => is_number_type(ty),
            Known::Integer | Known::Float => true,
            Known::Open(_) => false,
        }
    }

    /// The type; what it leaves out is `lifetime`.
    pub(super) fn settled(self, lifetime: Option<&Lifetime>) -> Option<Type> {
        if let Known::Open(_) = self {
            return None;
        }
        let mut ty = self.into_type();
        let mut fill = Fill { lifetime, missing: false };
        fill.visit_type_mut(&mut ty);
        (!fill.missing).then_some(ty)
    }

    pub(super) fn into_type(self) -> Type {
        match self {
            Known::Type(ty) => ty,
            Known::Integer => parse_quote!(i32),
            Known::Float => parse_quote!(f64),
            Known::Open(of) => parse_quote!(#of<_>),
        }
    }
}

/// Whether a path ends in `name`.
pub(super) fn ends_with(path: &Expr, name: &str) -> bool {
    matches!(path, Expr::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == name))
}

/// The argument of `Option<T>`, `Result<T, E>`, …
pub(super) fn argument(ty: &Type, of: &[&str], index: usize) -> Option<Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    if !of.iter().any(|name| last.ident == name) {
        return None;
    }
    match arguments.args.iter().nth(index)? {
        GenericArgument::Type(ty) => Some(ty.clone()),
        _ => None,
    }
}

/// Says a lifetime where none is said; what is not said at all is `missing`.
struct Fill<'l> {
    lifetime: Option<&'l Lifetime>,
    missing: bool,
}

impl VisitMut for Fill<'_> {
    fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = self.lifetime.cloned();
            self.missing |= self.lifetime.is_none();
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            match self.lifetime {
                Some(name) => *lifetime = name.clone(),
                None => self.missing = true,
            }
        }
    }
    fn visit_type_infer_mut(&mut self, _: &mut syn::TypeInfer) {
        self.missing = true;
    }
    fn visit_type_impl_trait_mut(&mut self, _: &mut syn::TypeImplTrait) {
        self.missing = true;
    }
    fn visit_type_fn_ptr_mut(&mut self, _: &mut syn::TypeFnPtr) {}
    fn visit_parenthesized_generic_arguments_mut(
        &mut self,
        _: &mut syn::ParenthesizedGenericArguments,
    ) {
    }
}
