//! The type that an expression evidently has.

use super::known::{Known, argument};
use super::{Inference, Scope};
use crate::evident::is_comparison;
use syn::{BinOp, Block, Expr, Lit, Stmt, Type, UnOp, parse_quote};

impl Inference<'_> {
    pub(super) fn type_of(&self, expr: &Expr, scope: &Scope) -> Option<Known> {
        let known = |ty: Type| Some(Known::Type(ty));
        match expr {
            Expr::Lit(literal) => literal_type(&literal.lit),
            Expr::Paren(inner) => self.type_of(&inner.expr, scope),
            Expr::Group(inner) => self.type_of(&inner.expr, scope),
            Expr::Cast(cast) => known((*cast.ty).clone()),
            Expr::Path(path) if path.qself.is_none() => self.path(&path.path, scope),
            Expr::Unary(unary) => {
                let inner = self.type_of(&unary.expr, scope)?;
                match (unary.op, inner) {
                    (UnOp::Deref(_), Known::Type(Type::Reference(inner))) => known(*inner.elem),
                    (UnOp::Deref(_), _) => None,
                    (_, inner) => Some(inner),
                }
            }
            Expr::Binary(binary) => self.binary(binary, scope),
            Expr::Tuple(tuple) => {
                let types: Option<Vec<Type>> =
                    tuple.elems.iter().map(|elem| self.complete(elem, scope)).collect();
                let types = types?;
                known(parse_quote!((#(#types,)*)))
            }
            Expr::Array(array) => {
                let (first, len) = (self.complete(array.elems.first()?, scope)?, array.elems.len());
                known(parse_quote!([#first; #len]))
            }
            Expr::Repeat(repeat) => {
                let (elem, len) = (self.complete(&repeat.expr, scope)?, &repeat.len);
                known(parse_quote!([#elem; #len]))
            }
            Expr::Struct(literal) if literal.qself.is_none() => known(Type::Path(syn::TypePath {
                attrs: Vec::new(),
                qself: None,
                path: owner(&literal.path)?,
            })),
            Expr::Range(range) => self.range(range, scope),
            Expr::Call(call) => self.call(call, scope),
            Expr::MethodCall(call) => self.method_call(call, scope),
            Expr::Macro(call) => self.macro_call(&call.mac, scope),
            Expr::Try(inner) => {
                let inner = self.type_of(&inner.expr, scope)?.into_type();
                known(argument(&inner, &["Option", "Result"], 0)?)
            }
            Expr::If(expr) => {
                let otherwise = expr.else_branch.as_ref()?;
                self.tail(&expr.then_branch, scope).or_else(|| self.type_of(&otherwise.1, scope))
            }
            Expr::Match(expr) => expr.arms.iter().find_map(|arm| self.type_of(&arm.body, scope)),
            Expr::Block(block) => self.tail(&block.block, scope),
            Expr::Reference(reference) if reference.mutability.is_none() => {
                match &*reference.expr {
                    Expr::Lit(_) => None,
                    place => {
                        // A borrow of what a reference leads to: `&*x`.
                        let Expr::Unary(unary) = place else { return None };
                        self.type_of(&unary.expr, scope)
                    }
                }
            }
            _ => None,
        }
    }

    /// A type of which nothing is to be shown by what comes later.
    pub(super) fn complete(&self, expr: &Expr, scope: &Scope) -> Option<Type> {
        Some(self.type_of(expr, scope)?.into_type())
    }

    fn tail(&self, block: &Block, scope: &Scope) -> Option<Known> {
        match block.stmts.last()? {
            Stmt::Expr(tail, None) => self.type_of(tail, scope),
            _ => None,
        }
    }

    fn path(&self, path: &syn::Path, scope: &Scope) -> Option<Known> {
        if let Some(ident) = path.get_ident() {
            if *ident == crate::ir::input() && !scope.mentioned.contains_key("input") {
                let input = &self.consumer.input;
                return (!input.lends()).then(|| Known::Type(input.ty.clone()));
            }
            if let Some(local) = scope.value(ident) {
                return self.known[local].clone();
            }
            let generics = self.consumer.all_generics();
            let mut consts = generics.const_params();
            let known = consts.find(|param| param.ident == *ident).map(|param| param.ty.clone());
            return known.map(Known::Type);
        }
        // `u32::MAX`
        let first = &path.segments.first()?.ident;
        let ty: Type = parse_quote!(#first);
        crate::evident::is_number_type(&ty).then_some(Known::Type(ty))
    }

    fn binary(&self, binary: &syn::ExprBinary, scope: &Scope) -> Option<Known> {
        use BinOp as B;
        if is_comparison(&binary.op) || matches!(binary.op, B::And(_) | B::Or(_)) {
            return Some(Known::Type(parse_quote!(bool)));
        }
        let left = self.type_of(&binary.left, scope);
        if matches!(binary.op, B::Shl(_) | B::Shr(_)) {
            return left.filter(Known::is_number);
        }
        match left? {
            known @ Known::Type(_) => Some(known).filter(Known::is_number),
            // What is not known of the other is not known of this.
            _ => self.type_of(&binary.right, scope).filter(Known::is_number),
        }
    }

    fn range(&self, range: &syn::ExprRange, scope: &Scope) -> Option<Known> {
        let of = |end: &Option<Box<Expr>>| end.as_ref().and_then(|end| self.type_of(end, scope));
        let (start, end) = (of(&range.start), of(&range.end));
        // What is not known of one end is not known of the other.
        if (start.is_none() && range.start.is_some()) || (end.is_none() && range.end.is_some()) {
            return None;
        }
        let number = match (start, end) {
            (Some(Known::Type(ty)), _) | (_, Some(Known::Type(ty))) => ty,
            (Some(known), _) | (_, Some(known)) => known.into_type(),
            (None, None) => return None,
        };
        let closed = matches!(range.limits, syn::RangeLimits::Closed(_));
        Some(Known::Type(match (&range.start, &range.end, closed) {
            (Some(_), Some(_), false) => parse_quote!(::core::ops::Range<#number>),
            (Some(_), Some(_), true) => parse_quote!(::core::ops::RangeInclusive<#number>),
            (Some(_), None, _) => parse_quote!(::core::ops::RangeFrom<#number>),
            _ => return None,
        }))
    }
}

fn literal_type(literal: &Lit) -> Option<Known> {
    let suffixed =
        |suffix: &str| -> Option<Known> { Some(Known::Type(syn::parse_str(suffix).ok()?)) };
    match literal {
        Lit::Int(int) if int.suffix().is_empty() => Some(Known::Integer),
        Lit::Int(int) => suffixed(int.suffix()),
        Lit::Float(float) if float.suffix().is_empty() => Some(Known::Float),
        Lit::Float(float) => suffixed(float.suffix()),
        Lit::Bool(_) => suffixed("bool"),
        Lit::Char(_) => suffixed("char"),
        Lit::Byte(_) => suffixed("u8"),
        Lit::Str(_) => suffixed("&'static str"),
        Lit::ByteStr(bytes) => {
            let len = bytes.value().len();
            Some(Known::Type(parse_quote!(&'static [u8; #len])))
        }
        _ => None,
    }
}

/// `Point` of `Point { .. }`, `Shape` of `Shape::Circle { .. }`.
pub(super) fn owner(path: &syn::Path) -> Option<syn::Path> {
    let mut owner = path.clone();
    let capital =
        |segment: &syn::PathSegment| segment.ident.to_string().starts_with(char::is_uppercase);
    let segments = &path.segments;
    if segments.len() > 1 && capital(&segments[segments.len() - 2]) {
        owner.segments.pop();
        owner.segments.pop_punct();
    }
    owner.segments.last().is_some_and(capital).then_some(owner)
}
