//! The type that an expression evidently has.

use super::known::{Known, argument, ends_with};
use super::{Inference, Scope};
use crate::evident::is_comparison;
use syn::{
    BinOp, Block, Expr, ExprCall, ExprMethodCall, Lit, PathArguments, Stmt, Type, UnOp, parse_quote,
};

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
    fn complete(&self, expr: &Expr, scope: &Scope) -> Option<Type> {
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
            if *ident == crate::ir::input() {
                let input = &self.consumer.input;
                return (!input.lends()).then(|| Known::Type(input.ty.clone()));
            }
            return self.known[scope.named(ident)?].clone();
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

    fn call(&self, call: &ExprCall, scope: &Scope) -> Option<Known> {
        let Expr::Path(function) = &*call.func else { return None };
        let path = &function.path;
        let last = path.segments.last()?.ident.to_string();
        if ends_with(&call.func, "into_iter") && call.args.len() == 1 {
            return self.gone_over(&call.args[0], scope);
        }
        if last == "next" && call.args.len() == 1 && path.segments.len() > 1 {
            return self.next_of(&call.args[0], scope);
        }
        if ["send", "begun"].iter().any(|name| last == *name) && path.segments.len() > 1 {
            let Expr::Reference(consumer) = call.args.first()? else { return None };
            let consumer = self.type_of(&consumer.expr, scope)?.into_type();
            return Some(Known::Type(self.answer(&consumer)?));
        }
        if last == "identity" && call.args.len() == 1 {
            return self.type_of(&call.args[0], scope);
        }
        if last == "Some" && call.args.len() == 1 {
            let inner = self.complete(&call.args[0], scope)?;
            return Some(Known::Type(parse_quote!(::core::option::Option<#inner>)));
        }
        if last.starts_with(char::is_uppercase) && last != "Ok" && last != "Err" {
            // `Wrapper(x)`, `Shape::Circle(x)`
            let path = owner(path)?;
            return Some(Known::Type(parse_quote!(#path)));
        }
        // `String::new()`, `Vec::<u8>::with_capacity(n)`, `Header::default()`: by convention these give a `Self`.
        let makes = ["new", "default", "with_capacity", "from"];
        if function.qself.is_none() && makes.iter().any(|name| last == *name) {
            let mut owner = path.clone();
            owner.segments.pop();
            owner.segments.pop_punct();
            let ty = owner.segments.last()?;
            let open = matches!(ty.arguments, PathArguments::None) && is_generic(&ty.ident);
            let number = crate::evident::is_number_type(&parse_quote!(#owner));
            let is_type = number || ty.ident.to_string().starts_with(char::is_uppercase);
            return (is_type && !open).then(|| Known::Type(parse_quote!(#owner)));
        }
        None
    }

    fn method_call(&self, call: &ExprMethodCall, scope: &Scope) -> Option<Known> {
        let method = call.method.to_string();
        let known = |ty: Type| Some(Known::Type(ty));
        let receiver = || self.type_of(&call.receiver, scope);
        if method == "__begin" {
            // An inner consumer, and what it has answered.
            let consumer = receiver()?.into_type();
            let primed = argument(&consumer, &["Unprimed"], 0);
            let primed: Type = primed
                .map_or(consumer, |machine| parse_quote!(::coroutine_runtime::Primed<#machine>));
            let answer = self.answer(&primed).unwrap_or_else(|| parse_quote!(()));
            return known(parse_quote!((#primed, #answer)));
        }
        if let Some(turbofish) = &call.turbofish
            && let Some(syn::GenericArgument::Type(ty)) = turbofish.args.first()
        {
            return match method.as_str() {
                "collect" | "sum" | "product" => known(ty.clone()),
                _ => None,
            };
        }
        match method.as_str() {
            "to_digit" => known(parse_quote!(::core::option::Option<u32>)),
            "len" | "count" | "capacity" => known(parse_quote!(usize)),
            "is_empty" | "contains" | "contains_key" | "starts_with" | "ends_with" | "is_some"
            | "is_none" | "is_ok" | "is_err" | "is_ascii_digit" | "eq" | "ne" => {
                known(parse_quote!(bool))
            }
            "to_string" | "to_lowercase" | "to_uppercase" => {
                known(parse_quote!(::coroutine_runtime::__private::alloc::string::String))
            }
            "clone" | "min" | "max" => receiver().map(|known| match known {
                Known::Type(Type::Reference(inner)) => Known::Type(*inner.elem),
                known => known,
            }),
            "unwrap" | "expect" | "unwrap_or" | "unwrap_or_default" | "unwrap_or_else" => {
                known(argument(&receiver()?.into_type(), &["Option", "Result"], 0)?)
            }
            name if ["wrapping_", "saturating_", "rotate_", "pow", "abs"]
                .iter()
                .any(|start| name.starts_with(start)) =>
            {
                receiver().filter(Known::is_number)
            }
            _ => self.adapter(call, scope).and_then(known),
        }
    }

    /// What an inner consumer answers.
    fn answer(&self, consumer: &Type) -> Option<Type> {
        let mut consumer = consumer.clone();
        while let Some(inner) = argument(&consumer, &["Box"], 0) {
            consumer = inner;
        }
        let output: Type = if let Some(machine) = argument(&consumer, &["Primed"], 0) {
            parse_quote!(<#machine as ::coroutine_runtime::Machine>::Output)
        } else if self.consumer.input.lends() {
            return None;
        } else {
            let input = &self.consumer.input.ty;
            parse_quote!(<#consumer as ::coroutine_runtime::Consumer<#input>>::Output)
        };
        Some(parse_quote!(::coroutine_runtime::CoroutineState<(), #output>))
    }

    fn macro_call(&self, mac: &syn::Macro, scope: &Scope) -> Option<Known> {
        let name = mac.path.segments.last()?.ident.to_string();
        match name.as_str() {
            "format" => Some(Known::Type(parse_quote!(
                ::coroutine_runtime::__private::alloc::string::String
            ))),
            "matches" => Some(Known::Type(parse_quote!(bool))),
            "vec" => {
                let arguments = crate::std_macros::Arguments::of(mac)?;
                let first = self.complete(arguments.exprs().next()?, scope)?;
                Some(Known::Type(
                    parse_quote!(::coroutine_runtime::__private::alloc::vec::Vec<#first>),
                ))
            }
            _ => None,
        }
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
fn owner(path: &syn::Path) -> Option<syn::Path> {
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

/// A type of the standard library that has parameters: without them it is not known.
fn is_generic(name: &syn::Ident) -> bool {
    let known = [
        "Vec",
        "VecDeque",
        "HashMap",
        "HashSet",
        "BTreeMap",
        "BTreeSet",
        "Option",
        "Result",
        "Box",
        "Rc",
        "Arc",
        "Cell",
        "RefCell",
        "BinaryHeap",
        "LinkedList",
        "Mutex",
        "Cow",
        "PhantomData",
    ];
    known.iter().any(|known| name == known)
}
