//! Iterators of the standard library that a state can name.

use super::known::{Known, argument};
use super::{Inference, Scope};
use syn::{Expr, ExprMethodCall, GenericArgument, PathArguments, Type, parse_quote};

impl Inference<'_> {
    /// What `for` makes of what it goes over.
    pub(super) fn gone_over(&self, items: &Expr, scope: &Scope) -> Option<Known> {
        let ty = self.type_of(items, scope)?.into_type();
        Some(Known::Type(if is_iterator(&ty) {
            ty
        } else {
            parse_quote!(<#ty as ::core::iter::IntoIterator>::IntoIter)
        }))
    }

    /// What `next` gives of an iterator.
    pub(super) fn next_of(&self, iter: &Expr, scope: &Scope) -> Option<Known> {
        let iter = match iter {
            Expr::Reference(reference) => &*reference.expr,
            iter => iter,
        };
        let item = item(&self.type_of(iter, scope)?.into_type());
        Some(Known::Type(parse_quote!(::core::option::Option<#item>)))
    }

    /// `text.chars()`, `items.iter().rev()`: of what outlives the state, and without closures.
    pub(super) fn adapter(&self, call: &ExprMethodCall, scope: &Scope) -> Option<Type> {
        let receiver = || Some(self.type_of(&call.receiver, scope)?.into_type());
        let method = call.method.to_string();
        let args: Vec<&Expr> = call.args.iter().collect();
        match (method.as_str(), args.as_slice()) {
            ("into_iter", []) => Some(self.gone_over(&call.receiver, scope)?.into_type()),
            ("chars" | "bytes" | "lines" | "char_indices" | "split_whitespace", []) => {
                let Type::Reference(text) = receiver()? else { return None };
                let lifetime = text.lifetime?;
                let name = syn::Ident::new(&crate::naming::camel_case(&method), call.method.span());
                matches!(&*text.elem, Type::Path(path) if path.path.is_ident("str"))
                    .then(|| parse_quote!(::core::str::#name<#lifetime>))
            }
            ("iter", []) => {
                let Type::Reference(items) = receiver()? else { return None };
                let lifetime = items.lifetime?;
                let item = match *items.elem {
                    Type::Slice(slice) => *slice.elem,
                    Type::Array(array) => *array.elem,
                    ref elem => argument(elem, &["Vec"], 0)?,
                };
                Some(parse_quote!(::core::slice::Iter<#lifetime, #item>))
            }
            ("rev" | "enumerate" | "peekable" | "fuse" | "copied" | "cloned", [])
            | ("skip" | "take" | "step_by", [_]) => {
                let inner = receiver()?;
                let name = syn::Ident::new(&crate::naming::camel_case(&method), call.method.span());
                is_iterator(&inner).then(|| parse_quote!(::core::iter::#name<#inner>))
            }
            ("zip" | "chain", [other]) => {
                let (inner, other) = (receiver()?, self.gone_over(other, scope)?.into_type());
                let name = syn::Ident::new(&crate::naming::camel_case(&method), call.method.span());
                is_iterator(&inner).then(|| parse_quote!(::core::iter::#name<#inner, #other>))
            }
            _ => None,
        }
    }
}

/// What an iterator gives: by name where that is seen, so that a pattern can take it apart.
fn item(iter: &Type) -> Type {
    named_item(iter).unwrap_or_else(|| parse_quote!(<#iter as ::core::iter::Iterator>::Item))
}

fn named_item(iter: &Type) -> Option<Type> {
    let Type::Path(path) = iter else { return None };
    if let Some(qself) = &path.qself {
        return into_item(&qself.ty).filter(|_| is_iterator(iter));
    }
    let last = path.path.segments.last()?;
    let inner = |index| argument(iter, &[&last.ident.to_string()], index);
    let lifetime = || match &last.arguments {
        PathArguments::AngleBracketed(arguments) => {
            arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Lifetime(lifetime) => Some(lifetime.clone()),
                _ => None,
            })
        }
        _ => None,
    };
    Some(match last.ident.to_string().as_str() {
        "Range" | "RangeInclusive" | "RangeFrom" => inner(0)?,
        "Chars" => parse_quote!(char),
        "Bytes" => parse_quote!(u8),
        "CharIndices" => parse_quote!((usize, char)),
        "Lines" | "SplitWhitespace" => {
            let lifetime = lifetime()?;
            parse_quote!(&#lifetime str)
        }
        "Iter" => {
            let (lifetime, item) = (lifetime()?, inner(1)?);
            parse_quote!(&#lifetime #item)
        }
        "Rev" | "Skip" | "Take" | "StepBy" | "Peekable" | "Fuse" | "Chain" => item(&inner(0)?),
        "Enumerate" => {
            let item = item(&inner(0)?);
            parse_quote!((usize, #item))
        }
        "Zip" => {
            let (one, other) = (item(&inner(0)?), item(&inner(1)?));
            parse_quote!((#one, #other))
        }
        "Copied" | "Cloned" => match item(&inner(0)?) {
            Type::Reference(reference) => *reference.elem,
            _ => return None,
        },
        _ => return None,
    })
}

/// What `for` takes out of a collection.
fn into_item(items: &Type) -> Option<Type> {
    match items {
        Type::Array(array) => Some((*array.elem).clone()),
        Type::Reference(reference) if reference.mutability.is_none() => {
            let (lifetime, elem) = (
                &reference.lifetime,
                match &*reference.elem {
                    Type::Slice(slice) => (*slice.elem).clone(),
                    elem => into_item(elem)?,
                },
            );
            Some(parse_quote!(&#lifetime #elem))
        }
        ty => argument(ty, &["Vec", "VecDeque", "Option"], 0),
    }
}

/// One of those named here, or a range.
fn is_iterator(ty: &Type) -> bool {
    match ty {
        Type::Path(path) if path.qself.is_some() => {
            path.path.segments.last().is_some_and(|last| last.ident == "IntoIter")
        }
        Type::Path(path) => {
            let names: Vec<String> =
                path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            path.path.leading_colon.is_some()
                && matches!(
                    names.iter().map(String::as_str).collect::<Vec<_>>().as_slice(),
                    ["core", "iter" | "slice" | "str" | "ops", _]
                )
        }
        _ => false,
    }
}
