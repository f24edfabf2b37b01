//! Locals whose type shows: a primitive one that nothing but it can be, as of `recv!() as usize`. The states say it. Other locals have a
//! parameter each, that rustc infers, and its work grows with their number.

use crate::evident::{is_comparison, is_number_type};
use crate::ir::{Body, Effects, IndexVec, Local, Terminator};
use crate::parse::Consumer;
use std::collections::BTreeSet;
use syn::{BinOp, Expr, Lit, Pat, Stmt, Type, parse_quote};

/// The type of each local that shows one.
pub(super) fn types(consumer: &Consumer, body: &Body) -> IndexVec<Local, Option<Type>> {
    let pieces = body.blocks.iter().flat_map(|(_, block)| block.pieces(body));
    let bound = pieces.flat_map(|effects| effects.binds.iter().copied());
    let params = body.locals.indices().take(consumer.params.len());
    let declared = body.locals.iter().filter(|(_, decl)| decl.ty.is_some()).map(|(local, _)| local);
    let bound = bound.chain(params).chain(declared).collect();
    let types = IndexVec::filled(body.locals.len(), None);
    let mut primitives = Primitives { consumer, types, bound };
    // Of a field whose type it knows, rustc says that nothing reads it; of a parameter, the function does.
    let read = read(body);
    for (param, local) in consumer.params.iter().zip(body.locals.indices()) {
        primitives.note(local, Some(param.ty.clone()).filter(|_| read.contains(&local)));
    }
    for (local, decl) in body.locals.iter() {
        primitives.note(local, decl.ty.as_deref().cloned());
    }
    // What one local shows, another may be made of.
    while body.blocks.iter().fold(false, |found, (_, block)| {
        let statements = block.statements.iter();
        let found = statements.fold(found, |found, statement| {
            primitives.given(body, &statement.stmt, &statement.effects) || found
        });
        match &block.terminator {
            Terminator::Exec { stmt, effects, .. } => {
                primitives.given(body, stmt, effects) || found
            }
            _ => found,
        }
    }) {}
    primitives.types
}

/// What is read by code that a transition has.
fn read(body: &Body) -> BTreeSet<Local> {
    let reached = body.reverse_postorder([body.entry], |block| body.successors(block));
    let pieces = reached.iter().flat_map(|block| body.blocks[*block].pieces(body));
    let handlers = body.scopes.iter().filter_map(|(_, scope)| scope.handler.as_ref());
    let handlers = handlers.map(|handler| &handler.effects);
    pieces.chain(handlers).flat_map(|effects| effects.reads.iter().copied()).collect()
}

struct Primitives<'b> {
    consumer: &'b Consumer,
    types: IndexVec<Local, Option<Type>>,
    /// What has a value at first: that shows the type, or nothing does.
    bound: BTreeSet<Local>,
}

impl Primitives<'_> {
    /// Whether this is something new.
    fn note(&mut self, local: Local, ty: Option<Type>) -> bool {
        let ty = ty.filter(is_number);
        let is_new = self.types[local].is_none() && ty.is_some();
        if is_new {
            self.types[local] = ty;
        }
        is_new
    }

    /// Looks at `let x = value;` and `x = value;`.
    fn given(&mut self, body: &Body, stmt: &Stmt, effects: &Effects) -> bool {
        let (given, name, value): (Vec<Local>, _, _) = match stmt {
            Stmt::Local(syn::Local { pat: Pat::Ident(pat), init: Some(init), .. })
                if pat.by_ref.is_none() && pat.subpat.is_none() =>
            {
                (effects.binds.clone(), &pat.ident, &init.expr)
            }
            Stmt::Expr(Expr::Assign(assign), _) => {
                let Expr::Path(left) = &*assign.left else { return false };
                let Some(name) = left.path.get_ident() else { return false };
                let later = effects.assigns.keys().filter(|local| !self.bound.contains(local));
                (later.copied().collect(), name, &assign.right)
            }
            _ => return false,
        };
        let [local] = *given else { return false };
        // The value may give others theirs: `ok = ok && { guard = f(); true };`.
        if body.locals[local].ident != *name {
            return false;
        }
        let ty = Shown { primitives: self, body, effects }.of(value, LEVELS);
        self.note(local, ty)
    }
}

/// So many parentheses and operators are looked into: the stack has an end.
const LEVELS: usize = 16;

/// What the expressions of one statement show.
struct Shown<'w, 'b> {
    primitives: &'w Primitives<'b>,
    body: &'w Body,
    effects: &'w Effects,
}

impl Shown<'_, '_> {
    fn of(&self, value: &Expr, levels: usize) -> Option<Type> {
        let levels = levels.checked_sub(1)?;
        let ty = match value {
            Expr::Paren(inner) => self.of(&inner.expr, levels),
            Expr::Cast(cast) => Some((*cast.ty).clone()),
            Expr::Lit(literal) => of_literal(&literal.lit),
            Expr::Unary(unary) if !matches!(unary.op, syn::UnOp::Deref(_)) => {
                self.of(&unary.expr, levels)
            }
            Expr::Binary(binary) => self.of_binary(binary, levels),
            Expr::Path(path) => self.of_name(path.path.get_ident()?),
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) => of_conversion(path),
                _ => None,
            },
            Expr::MethodCall(call) => of_method(&call.method, self.of(&call.receiver, levels)?),
            _ => None,
        };
        ty.filter(is_number)
    }

    fn of_name(&self, name: &syn::Ident) -> Option<Type> {
        let mut read = self.effects.reads.iter();
        let local = read.find(|local| self.body.locals[**local].ident == *name);
        let is_input = *name == crate::ir::input() && self.effects.takes_input;
        match (local, is_input) {
            (Some(local), false) => self.primitives.types[*local].clone(),
            (None, true) => Some(self.primitives.consumer.input.ty.clone()),
            // A local that is called `input` too: which of them it is, the name does not say.
            _ => None,
        }
    }

    fn of_binary(&self, binary: &syn::ExprBinary, levels: usize) -> Option<Type> {
        use BinOp as B;
        if is_comparison(&binary.op) || matches!(binary.op, B::And(_) | B::Or(_)) {
            return Some(parse_quote!(::core::primitive::bool));
        }
        let is_literal = |expr: &Expr| matches!(expr, Expr::Lit(lit) if matches!(lit.lit, Lit::Int(_) | Lit::Float(_)));
        let is_shift = matches!(binary.op, B::Shl(_) | B::Shr(_));
        // An operator between others may be anybody's.
        match (self.of(&binary.left, levels), self.of(&binary.right, levels)) {
            (Some(left), Some(right)) if is_shift || name(&left) == name(&right) => Some(left),
            (Some(left), None) if is_literal(&binary.right) => Some(left),
            (None, Some(right)) if is_literal(&binary.left) && !is_shift => Some(right),
            _ => None,
        }
    }
}

/// `u8`, and `::core::primitive::u8` where nobody wrote it.
fn is_number(ty: &Type) -> bool {
    let is_ours = |path: &syn::Path| path.leading_colon.is_some() && path.segments.len() == 3;
    is_number_type(ty) || matches!(ty, Type::Path(ty) if is_ours(&ty.path))
}

fn name(ty: &Type) -> Option<&syn::Ident> {
    match ty {
        Type::Path(ty) => ty.path.segments.last().map(|last| &last.ident),
        _ => None,
    }
}

/// `7u8`, `'a'`, `true`.
fn of_literal(literal: &Lit) -> Option<Type> {
    let suffix = match literal {
        Lit::Int(int) => int.suffix(),
        Lit::Float(float) => float.suffix(),
        Lit::Bool(_) => "bool",
        Lit::Char(_) => "char",
        Lit::Byte(_) => "u8",
        _ => "",
    };
    let name: syn::Ident = syn::parse_str(suffix).ok()?;
    Some(parse_quote!(::core::primitive::#name))
}

/// `u32::from(x)`
fn of_conversion(function: &syn::ExprPath) -> Option<Type> {
    let segments = &function.path.segments;
    let is_conversion =
        function.qself.is_none() && segments.len() == 2 && segments[1].ident == "from";
    let ty = &segments[0].ident;
    is_conversion.then(|| parse_quote!(#ty))
}

/// What a method of an integer gives. It is the integer's own: no trait can have another of the name in its place.
fn of_method(method: &syn::Ident, of: Type) -> Option<Type> {
    const SAME: [&str; 20] = [
        "wrapping_add",
        "wrapping_sub",
        "wrapping_mul",
        "wrapping_div",
        "wrapping_rem",
        "wrapping_neg",
        "wrapping_shl",
        "wrapping_shr",
        "wrapping_pow",
        "saturating_add",
        "saturating_sub",
        "saturating_mul",
        "saturating_pow",
        "rotate_left",
        "rotate_right",
        "swap_bytes",
        "reverse_bits",
        "rem_euclid",
        "div_euclid",
        "pow",
    ];
    const BITS: [&str; 6] = [
        "count_ones",
        "count_zeros",
        "leading_zeros",
        "trailing_zeros",
        "leading_ones",
        "trailing_ones",
    ];
    const OTHERS: [&str; 4] = ["bool", "char", "f32", "f64"];
    let is_integer = name(&of).is_some_and(|name| OTHERS.iter().all(|other| name != other));
    if !is_integer {
        None
    } else if SAME.iter().any(|known| method == known) {
        Some(of)
    } else if BITS.iter().any(|known| method == known) {
        Some(parse_quote!(::core::primitive::u32))
    } else {
        None
    }
}
