//! What the syntax alone shows about a value, and (`types`) about a type.

mod types;

pub(crate) use types::*;

use crate::ir::{IndexVec, Local, LocalDecl};
use crate::resolve::{Env, INPUT};
use syn::{BinOp, Block, Expr, Stmt, Type, UnOp};

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

/// `String::new()`, `vec![0; 4]`, `x.to_string()`.
pub(crate) fn is_moved_expr(expr: &Expr) -> bool {
    match expr {
        Expr::Macro(_) => is_owned_expr(expr),
        Expr::Call(call) => made(call).is_some_and(|ty| is_moved_type(&ty)),
        Expr::MethodCall(call) => call.method == "to_string",
        _ => false,
    }
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

/// Whether the value of a block is seen not to be `()`.
pub(crate) fn gives_value(block: &Block) -> bool {
    let Some(Stmt::Expr(value, None)) = block.stmts.last() else { return false };
    is_value(value)
}

/// Whether a value is seen not to be `()`.
fn is_value(value: &Expr) -> bool {
    match value {
        Expr::Tuple(tuple) => !tuple.elems.is_empty(),
        Expr::Call(call) => is_constructor(call) || made(call).is_some(),
        Expr::Paren(inner) => is_value(&inner.expr),
        Expr::Block(inner) => gives_value(&inner.block),
        Expr::If(expr) => {
            let otherwise = expr.else_branch.as_ref().map(|(_, otherwise)| &**otherwise);
            gives_value(&expr.then_branch) || otherwise.is_some_and(is_value)
        }
        Expr::Match(expr) => expr.arms.iter().any(|arm| is_value(&arm.body)),
        Expr::Macro(call) => call.mac.path.is_ident("vec") || call.mac.path.is_ident("format"),
        value => matches!(
            value,
            Expr::Lit(_)
                | Expr::Path(_)
                | Expr::Struct(_)
                | Expr::Reference(_)
                | Expr::Binary(_)
                | Expr::Cast(_)
                | Expr::Array(_)
        ),
    }
}

/// `Some(x)`, `Line(x)`
pub(crate) fn is_constructor(call: &syn::ExprCall) -> bool {
    let Expr::Path(path) = &*call.func else { return false };
    let last = path.path.segments.last().map(|last| last.ident.to_string());
    last.is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// `make(x)`, `x.part()`, `Line { x }`: more than a place that `x` is, or is part of.
pub(crate) fn makes_more(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Call(_)
            | Expr::Macro(_)
            | Expr::MethodCall(_)
            | Expr::Binary(_)
            | Expr::Struct(_)
            | Expr::Tuple(_)
            | Expr::Array(_)
            | Expr::Repeat(_)
            | Expr::Range(_)
    )
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

/// `0`, `input`, `[x; 4]`, `a + b`: the type of a value is seen to have nothing in it that the value does not show.
pub(crate) fn shows_type(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) | Expr::Cast(_) | Expr::Binary(_) | Expr::Index(_) => true,
        Expr::Path(path) => path.path.get_ident().is_some_and(|name| name != "None"),
        Expr::Paren(inner) => shows_type(&inner.expr),
        Expr::Unary(unary) => shows_type(&unary.expr),
        Expr::Reference(lent) => shows_type(&lent.expr),
        Expr::Field(field) => shows_type(&field.base),
        Expr::Repeat(repeat) => shows_type(&repeat.expr),
        Expr::Array(array) => array.elems.iter().any(shows_type),
        Expr::Tuple(tuple) => tuple.elems.iter().all(shows_type),
        Expr::Call(call) => {
            is_constructor(call) && call.args.iter().all(shows_type) && !is_half(&call.func)
        }
        Expr::Macro(call) => call.mac.path.is_ident("format"),
        Expr::MethodCall(call) => COUNTING
            .iter()
            .chain(&["to_string", "to_owned", "to_vec"])
            .any(|name| call.method == name),
        _ => false,
    }
}

/// `side`, `Box::new(x)`, `xs.first()`, `Job { run: side }`: a value that may become one of another type where others meet it. `is_number`
/// knows some locals. What is not known may.
pub(crate) fn may_coerce(expr: &Expr, is_number: &impl Fn(&syn::Ident) -> bool) -> bool {
    let may = |expr: &Expr| may_coerce(expr, is_number);
    match expr {
        Expr::Lit(_) | Expr::Range(_) => false,
        Expr::Cast(cast) => !is_number_type(&cast.ty),
        Expr::Paren(inner) => may(&inner.expr),
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)) || may(&unary.expr),
        // Of what has an operator, one side says that it is a number.
        Expr::Binary(binary) => {
            !is_comparison(&binary.op) && may(&binary.left) && may(&binary.right)
        }
        Expr::Tuple(tuple) => tuple.elems.iter().any(may),
        Expr::Array(array) => array.elems.iter().any(may),
        Expr::Repeat(repeat) => may(&repeat.expr),
        Expr::Struct(made) => {
            made.rest.is_some() || made.fields.iter().any(|field| may(&field.expr))
        }
        Expr::Call(call) => match made(call) {
            Some(Type::Path(made)) => {
                let pointers = ["Box", "Rc", "Arc", "Pin"];
                made.path.get_ident().is_none_or(|name| pointers.iter().any(|known| name == known))
            }
            _ => !is_constructor(call) || call.args.iter().any(may),
        },
        Expr::Path(path) => match path.path.get_ident() {
            Some(name) => name != "None" && !is_constant(expr) && !is_number(name),
            None => true,
        },
        Expr::Macro(_) | Expr::MethodCall(_) => !(is_owned_expr(expr) || borrows_nothing(expr)),
        _ => true,
    }
}

/// `Ok`, `Err`: what the type has beside the value is not seen.
fn is_half(function: &Expr) -> bool {
    matches!(function, Expr::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Ok" || last.ident == "Err"))
}

/// Made of numbers alone: `0`, `-1.5`, `1 << 4`, `u8::MAX`.
pub(crate) fn is_constant_number(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => {
            matches!(literal.lit, syn::Lit::Int(_) | syn::Lit::Float(_) | syn::Lit::Byte(_))
        }
        Expr::Paren(inner) => is_constant_number(&inner.expr),
        Expr::Unary(unary) => is_constant_number(&unary.expr),
        Expr::Binary(binary) => {
            is_constant_number(&binary.left) && is_constant_number(&binary.right)
        }
        Expr::Cast(cast) => is_constant_number(&cast.expr) && is_number_type(&cast.ty),
        Expr::Path(path) => {
            path.path.segments.len() == 2
                && path
                    .path
                    .segments
                    .last()
                    .is_some_and(|last| last.ident == "MAX" || last.ident == "MIN")
        }
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
            // Out of an index nothing can be moved but what is `Copy`.
            Expr::Lit(_) | Expr::Reference(_) | Expr::RawAddr(_) | Expr::Index(_) => true,
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
