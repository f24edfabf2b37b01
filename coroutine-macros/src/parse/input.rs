//! The input type: where it is written, and which of its lifetimes are fresh for every send.

use super::elision::{Elided, Namer};
use crate::catalogue;
use crate::diagnostics::Errors;
use crate::markers::Marker;
use proc_macro2::Span;
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::visit_mut::VisitMut;
use syn::{Expr, ItemFn, Lifetime, Pat, Type};

/// What `send` takes.
pub(crate) struct Input {
    /// `&'input str`: the elided lifetimes have names now.
    pub(crate) ty: Type,
    /// Whether it is written. If not, that has been reported.
    pub(crate) known: bool,
    /// `'input`: for the `for<'input>` of the bounds.
    pub(crate) fresh: Vec<Lifetime>,
}

impl Input {
    pub(crate) fn new(written: Option<Type>, function: &ItemFn, errors: &mut Errors) -> Input {
        let unknown = || Input { ty: syn::parse_quote!(()), known: false, fresh: Vec::new() };
        let Some(mut ty) = written.or_else(|| evident(function)) else {
            // What could not be read of the attribute may have been meant for it.
            if errors.is_empty() {
                errors.spanned(Span::call_site(), catalogue::input_type_unknown());
            }
            return unknown();
        };
        if let Some(span) = opaque(&ty) {
            errors.spanned(span, catalogue::input_type_opaque());
            return unknown();
        }
        ty = as_one(ty);
        let mut taken = lifetimes(function);
        let mut namer = Namer::new("input", &mut taken);
        namer.visit_type_mut(&mut ty);
        Input { ty, known: true, fresh: namer.fresh }
    }

    /// The reply type. A lifetime elided in it is that of the input it answers.
    pub(super) fn reply(&self, written: Option<Type>, errors: &mut Errors) -> Type {
        let Some(written) = written else { return syn::parse_quote!(()) };
        let mut reply = as_one(written);
        if !Elided::is_in(&reply) {
            return reply;
        }
        if let [lifetime] = &*self.fresh {
            Elided::fill(&mut reply, lifetime);
        } else {
            let error = if self.fresh.is_empty() {
                catalogue::reply_borrows_from_nothing()
            } else {
                catalogue::reply_borrows_from_many()
            };
            errors.at(&reply, error);
            return syn::parse_quote!(());
        }
        reply
    }

    /// Whether a type borrows from an input.
    pub(crate) fn lends_to(&self, ty: &Type) -> bool {
        let tokens = ty.to_token_stream();
        let mentions = |lifetime: &Lifetime| super::mentions(&tokens, &lifetime.ident.to_string());
        self.fresh.iter().any(mentions)
    }

    /// Whether what an input lends ends with its own send.
    pub(crate) fn lends(&self) -> bool {
        !self.fresh.is_empty()
    }
}

/// The same type, whose `+` does not go on in what it stands in.
pub(crate) fn as_one(ty: Type) -> Type {
    if matches!(ty, Type::TraitObject(_)) { syn::parse_quote!((#ty)) } else { ty }
}

/// The type of the first `let x: T = recv!()`.
fn evident(function: &ItemFn) -> Option<Type> {
    struct First(Option<Type>);
    impl<'ast> Visit<'ast> for First {
        fn visit_local(&mut self, local: &'ast syn::Local) {
            if let (Pat::Type(typed), Some(init)) = (&local.pat, &local.init)
                && let Expr::Macro(expr) = &*init.expr
                && Marker::of(&expr.mac) == Some(Marker::Recv)
                && self.0.is_none()
            {
                self.0 = Some((*typed.ty).clone());
            }
            visit::visit_local(self, local);
        }
        fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
        fn visit_item(&mut self, _: &'ast syn::Item) {}
    }
    let mut first = First(None);
    first.visit_block(&function.block);
    first.0
}

pub(super) fn opaque(ty: &Type) -> Option<Span> {
    struct Opaque(Option<Span>);
    impl<'ast> Visit<'ast> for Opaque {
        fn visit_type_impl_trait(&mut self, ty: &'ast syn::TypeImplTrait) {
            self.0.get_or_insert(ty.impl_token.span);
        }
        fn visit_type_infer(&mut self, ty: &'ast syn::TypeInfer) {
            self.0.get_or_insert(ty.underscore_token.span);
        }
    }
    let mut opaque = Opaque(None);
    opaque.visit_type(ty);
    opaque.0
}

/// Every lifetime that the function mentions: a fresh one must not be called the same.
pub(super) fn lifetimes(function: &ItemFn) -> Vec<String> {
    struct Names(Vec<String>);
    impl<'ast> Visit<'ast> for Names {
        fn visit_lifetime(&mut self, lifetime: &'ast Lifetime) {
            self.0.push(lifetime.ident.to_string());
        }
    }
    let mut names = Names(Vec::new());
    names.visit_item_fn(function);
    names.0
}
