//! What a type shows, as it is written: whether a value of it needs a drop, is copied or moved.

use syn::visit::Visit;
use syn::{Expr, Type};

pub(super) const PRIMITIVES: [&str; 17] = [
    "bool", "char", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128",
    "isize", "f32", "f64", "str",
];

/// `u8`, `&T`, `(bool, [u16; 4])`, `Option<char>`: nothing happens when such a value is dropped.
pub(crate) fn is_plain_type(ty: &Type) -> bool {
    match ty {
        Type::Reference(_) | Type::Ptr(_) | Type::FnPtr(_) | Type::Never(_) => true,
        Type::Paren(inner) => is_plain_type(&inner.elem),
        Type::Group(inner) => is_plain_type(&inner.elem),
        Type::Array(array) => is_plain_type(&array.elem),
        Type::Tuple(tuple) => tuple.elems.iter().all(is_plain_type),
        Type::Path(path) if path.qself.is_none() => {
            let Some(last) = path.path.segments.last() else { return false };
            match &last.arguments {
                syn::PathArguments::None => {
                    path.path.segments.len() == 1
                        && PRIMITIVES.iter().any(|name| last.ident == name)
                }
                syn::PathArguments::AngleBracketed(args) if last.ident == "Option" => args
                    .args
                    .iter()
                    .all(|arg| matches!(arg, syn::GenericArgument::Type(ty) if is_plain_type(ty))),
                _ => false,
            }
        }
        _ => false,
    }
}

/// `u8`, `bool`, `f32`.
pub(crate) fn is_number_type(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.get_ident().is_some_and(|name| PRIMITIVES.iter().any(|known| name == known)))
}

/// Numbers and shared references, and tuples and arrays of them.
pub(crate) fn is_copy_type(ty: &Type) -> bool {
    match ty {
        Type::Array(array) => is_copy_type(&array.elem),
        Type::Tuple(tuple) => tuple.elems.iter().all(is_copy_type),
        Type::Paren(inner) => is_copy_type(&inner.elem),
        ty => is_number_type(ty) || is_shared_type(ty),
    }
}

/// A type that is seen to mention no parameter of what it stands in: `u8`, `Option<&str>`, `std::io::Error`.
pub(crate) fn is_closed_type(ty: &Type) -> bool {
    const KNOWN: [&str; 6] = ["String", "Vec", "Option", "Result", "Box", "VecDeque"];
    const ROOTS: [&str; 5] = ["std", "core", "alloc", "crate", "super"];
    match ty {
        Type::Reference(inner) => is_closed_type(&inner.elem),
        Type::Slice(inner) => is_closed_type(&inner.elem),
        Type::Paren(inner) => is_closed_type(&inner.elem),
        Type::Array(array) => is_closed_type(&array.elem) && matches!(array.len, Expr::Lit(_)),
        Type::Tuple(tuple) => tuple.elems.iter().all(is_closed_type),
        Type::Never(_) => true,
        Type::Path(path) if path.qself.is_none() => {
            let (first, segments) = (&path.path.segments[0].ident, &path.path.segments);
            let among = |names: &[&str]| names.iter().any(|name| first == name);
            let known = match segments.len() {
                1 => among(&PRIMITIVES) || among(&KNOWN),
                _ => path.path.leading_colon.is_some() || among(&ROOTS),
            };
            known && segments.iter().all(|segment| has_closed_arguments(&segment.arguments))
        }
        _ => false,
    }
}

fn has_closed_arguments(arguments: &syn::PathArguments) -> bool {
    match arguments {
        syn::PathArguments::None => true,
        syn::PathArguments::AngleBracketed(arguments) => {
            arguments.args.iter().all(|argument| match argument {
                syn::GenericArgument::Type(ty) => is_closed_type(ty),
                argument => matches!(argument, syn::GenericArgument::Lifetime(_)),
            })
        }
        syn::PathArguments::Parenthesized(_) => false,
    }
}

/// A type that is written and is no reference: a borrow of such a local is a borrow of its own place.
pub(crate) fn is_owned_type(ty: &Type) -> bool {
    match ty {
        Type::Array(_) => true,
        Type::Path(path) => {
            let primitive =
                |last: &syn::PathSegment| PRIMITIVES.iter().any(|name| last.ident == name);
            is_moved_type(ty) || path.path.segments.last().is_some_and(primitive)
        }
        _ => false,
    }
}

/// What is moved, whatever it is made of: `Vec<u8>`, `String`.
pub(crate) fn is_moved_type(ty: &Type) -> bool {
    let known = ["Vec", "String", "Box", "VecDeque", "HashMap", "BTreeMap", "HashSet", "BTreeSet"];
    let Type::Path(path) = ty else { return false };
    path.path.segments.last().is_some_and(|last| known.iter().any(|name| last.ident == name))
}

/// `&T`.
pub(crate) fn is_shared_type(ty: &Type) -> bool {
    matches!(ty, Type::Reference(reference) if reference.mutability.is_none())
}

/// `u8`, `Vec<String>`: a type that is seen to borrow from nothing.
pub(crate) fn borrows_nowhere(ty: &Type) -> bool {
    struct Borrows(bool);
    impl<'ast> Visit<'ast> for Borrows {
        fn visit_type_reference(&mut self, _: &'ast syn::TypeReference) {
            self.0 = true;
        }
        fn visit_lifetime(&mut self, _: &'ast syn::Lifetime) {
            self.0 = true;
        }
    }
    let mut borrows = Borrows(false);
    borrows.visit_type(ty);
    is_closed_type(ty) && !borrows.0
}
