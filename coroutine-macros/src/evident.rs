//! What the syntax alone shows about a type: here, that a value of it needs no drop.

use crate::ir::{IndexVec, Local, LocalDecl};
use crate::resolve::{Env, INPUT};
use syn::{BinOp, Expr, Type, UnOp};

const PRIMITIVES: [&str; 17] = [
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

/// Methods that give a number or a `bool`, whatever they are called on.
const COUNTING: [&str; 10] = [
    "len",
    "is_empty",
    "contains",
    "starts_with",
    "ends_with",
    "is_some",
    "is_none",
    "is_ok",
    "is_err",
    "capacity",
];

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

/// `String::new()`, `vec![0; 4]`, `x.to_string()`.
pub(crate) fn is_moved_expr(expr: &Expr) -> bool {
    match expr {
        Expr::Macro(_) => is_owned_expr(expr),
        Expr::Call(call) => made(call).is_some_and(|ty| is_moved_type(&ty)),
        Expr::MethodCall(call) => call.method == "to_string",
        _ => false,
    }
}

/// `&T`.
pub(crate) fn is_shared_type(ty: &Type) -> bool {
    matches!(ty, Type::Reference(reference) if reference.mutability.is_none())
}

/// `&x`, `"text"`: a shared reference.
pub(crate) fn is_shared_expr(expr: &Expr) -> bool {
    match expr {
        Expr::Reference(reference) => reference.mutability.is_none(),
        Expr::Lit(literal) => {
            matches!(literal.lit, syn::Lit::Str(_) | syn::Lit::ByteStr(_) | syn::Lit::CStr(_))
        }
        _ => false,
    }
}

/// `Vec::new()`, `[0; 4]`, `vec![…]`, `7`, `Point { … }`: a value made here, held by its local itself.
pub(crate) fn is_owned_expr(expr: &Expr) -> bool {
    match expr {
        Expr::Array(_) | Expr::Repeat(_) | Expr::Struct(_) | Expr::Tuple(_) => true,
        Expr::Lit(literal) => {
            !matches!(literal.lit, syn::Lit::Str(_) | syn::Lit::ByteStr(_) | syn::Lit::CStr(_))
        }
        Expr::Macro(call) => call.mac.path.is_ident("vec") || call.mac.path.is_ident("format"),
        Expr::Call(call) => made(call).is_some_and(|ty| is_owned_type(&ty)),
        _ => false,
    }
}

/// The `String` of `String::new()`.
fn made(call: &syn::ExprCall) -> Option<Type> {
    let Expr::Path(path) = &*call.func else { return None };
    let mut names = path.path.segments.iter().rev().map(|segment| &segment.ident);
    let makes = names.next()?;
    let path = syn::Path::from(names.next()?.clone());
    let is_known = ["new", "with_capacity", "from"].iter().any(|name| makes == name);
    is_known.then(|| Type::Path(syn::TypePath { attrs: Vec::new(), qself: None, path }))
}

/// `x as u32`, `a < b`, `line.to_string()`, `format!("{x}")`: a value of its own, that borrows from nothing in it.
pub(crate) fn borrows_nothing(expr: &Expr) -> bool {
    const OWNED: [&str; 5] = ["to_string", "to_lowercase", "to_uppercase", "parse", "count"];
    match expr {
        Expr::Cast(cast) => is_number_type(&cast.ty),
        Expr::Binary(binary) => is_comparison(&binary.op),
        Expr::MethodCall(call) => COUNTING.iter().chain(&OWNED).any(|name| call.method == name),
        Expr::Macro(expr) => ["format", "matches"].iter().any(|name| expr.mac.path.is_ident(name)),
        Expr::Call(call) => matches!(&*call.func, Expr::Path(path) if is_string_from(&path.path)),
        _ => false,
    }
}

/// `make(x)`, `x.part()`: may borrow from what stands in it, or not.
pub(crate) fn makes_anything(expr: &Expr) -> bool {
    // `Some(x)`, `Line(x)`
    let is_constructor = |path: &syn::Path| {
        let last = path.segments.last().map(|last| last.ident.to_string());
        last.is_some_and(|name| name.starts_with(char::is_uppercase))
    };
    match expr {
        Expr::Call(call) => !matches!(&*call.func, Expr::Path(path) if is_constructor(&path.path)),
        Expr::Macro(expr) => !expr.mac.path.is_ident("vec"),
        Expr::MethodCall(_) | Expr::Binary(_) => true,
        _ => false,
    }
}

fn is_string_from(path: &syn::Path) -> bool {
    let names: Vec<String> =
        path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    matches!(&*names, [.., ty, from] if ty == "String" && from == "from")
}

pub(crate) fn is_comparison(op: &BinOp) -> bool {
    use BinOp as B;
    matches!(op, B::Eq(_) | B::Ne(_) | B::Lt(_) | B::Le(_) | B::Gt(_) | B::Ge(_))
}

/// Made of literals alone: a reference to it lives for ever.
pub(crate) fn is_constant(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Paren(inner) => is_constant(&inner.expr),
        Expr::Unary(unary) => is_constant(&unary.expr),
        Expr::Reference(inner) => inner.mutability.is_none() && is_constant(&inner.expr),
        Expr::Binary(binary) => is_constant(&binary.left) && is_constant(&binary.right),
        Expr::Array(array) => array.elems.iter().all(is_constant),
        Expr::Tuple(tuple) => tuple.elems.iter().all(is_constant),
        Expr::Repeat(repeat) => is_constant(&repeat.expr),
        Expr::Path(path) => path.path.segments.last().is_some_and(|last| {
            let name = last.ident.to_string();
            name.len() > 1
                && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
        }),
        _ => false,
    }
}

/// `Vec::new()`, `None`, `xs.collect()`: what the type is made of shows elsewhere.
pub(crate) fn leaves_type_open(expr: &Expr) -> bool {
    let no_arguments =
        |path: &syn::Path| path.segments.iter().all(|segment| segment.arguments.is_none());
    match expr {
        Expr::Path(path) => path.path.is_ident("None"),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => {
                let makes = ["new", "with_capacity", "default"];
                let last = path.path.segments.last();
                no_arguments(&path.path)
                    && last.is_some_and(|last| makes.iter().any(|name| last.ident == name))
            }
            _ => false,
        },
        Expr::MethodCall(call) => {
            let open = ["collect", "parse", "into", "try_into", "sum", "product"];
            let opens = call.turbofish.is_none() && open.iter().any(|name| call.method == name);
            opens
                || (["unwrap", "expect"].iter().any(|name| call.method == name)
                    && leaves_type_open(&call.receiver))
        }
        Expr::Try(inner) => leaves_type_open(&inner.expr),
        Expr::Macro(call) => call.mac.path.is_ident("vec") && call.mac.tokens.is_empty(),
        Expr::Array(array) => array.elems.is_empty(),
        Expr::Tuple(tuple) => tuple.elems.iter().any(leaves_type_open),
        _ => false,
    }
}

/// What an expression's parts are known to be.
pub(crate) struct Evidence<'a> {
    pub(crate) env: &'a Env,
    pub(crate) locals: &'a IndexVec<Local, LocalDecl>,
    pub(crate) plain_input: bool,
    pub(crate) number_input: bool,
}

impl Evidence<'_> {
    /// `0`, `x as usize`, `a < b`, `&buf`, `0..n`.
    pub(crate) fn is_plain(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Lit(_) | Expr::Reference(_) | Expr::RawAddr(_) => true,
            Expr::Paren(inner) => self.is_plain(&inner.expr),
            Expr::Group(inner) => self.is_plain(&inner.expr),
            Expr::Cast(cast) => is_plain_type(&cast.ty),
            Expr::Unary(unary) => {
                matches!(unary.op, UnOp::Not(_) | UnOp::Neg(_)) && self.is_number(&unary.expr)
            }
            Expr::Binary(binary) => {
                let boolean =
                    is_comparison(&binary.op) || matches!(binary.op, BinOp::And(_) | BinOp::Or(_));
                boolean || (self.is_number(&binary.left) && self.is_number(&binary.right))
            }
            Expr::Tuple(tuple) => tuple.elems.iter().all(|elem| self.is_plain(elem)),
            Expr::Array(array) => array.elems.iter().all(|elem| self.is_plain(elem)),
            Expr::Repeat(repeat) => self.is_plain(&repeat.expr),
            Expr::Range(range) => {
                range.start.iter().chain(&range.end).all(|end| self.is_plain(end))
            }
            Expr::Path(path) => path.path.get_ident().is_some_and(|ident| {
                if ident == INPUT {
                    self.plain_input
                } else {
                    self.env.get(&ident.to_string()).is_some_and(|local| self.locals[local].plain)
                }
            }),
            Expr::Macro(expr) => expr.mac.path.is_ident("matches"),
            Expr::MethodCall(call) => COUNTING.iter().any(|name| call.method == name),
            _ => false,
        }
    }

    /// `7`, `x as u32`, a local of a primitive type: what operators on it give has no drop either.
    pub(crate) fn is_number(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Lit(literal) => {
                !matches!(literal.lit, syn::Lit::Str(_) | syn::Lit::ByteStr(_) | syn::Lit::CStr(_))
            }
            Expr::Cast(cast) => is_number_type(&cast.ty),
            Expr::Paren(inner) => self.is_number(&inner.expr),
            Expr::Unary(unary) => self.is_number(&unary.expr),
            Expr::Binary(binary) => self.is_number(&binary.left) && self.is_number(&binary.right),
            Expr::Path(path) => path.path.get_ident().is_some_and(|ident| {
                if ident == INPUT {
                    self.number_input
                } else {
                    self.env.get(&ident.to_string()).is_some_and(|local| self.locals[local].number)
                }
            }),
            _ => false,
        }
    }
}
