//! What calls evidently give: of constructors, of well-known methods and macros.

use super::expr::owner;
use super::known::{Known, argument, ends_with};
use super::{Inference, Scope};
use syn::{Expr, ExprCall, ExprMethodCall, PathArguments, Type, parse_quote};

impl Inference<'_> {
    pub(super) fn call(&self, call: &ExprCall, scope: &Scope) -> Option<Known> {
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
            if open && last != "from" {
                return Some(Known::Open(owner));
            }
            return (is_type && !open).then(|| Known::Type(parse_quote!(#owner)));
        }
        None
    }

    pub(super) fn method_call(&self, call: &ExprMethodCall, scope: &Scope) -> Option<Known> {
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
        let consumer = crate::parse::as_one(consumer);
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

    pub(super) fn macro_call(&self, mac: &syn::Macro, scope: &Scope) -> Option<Known> {
        let name = mac.path.segments.last()?.ident.to_string();
        match name.as_str() {
            "format" => Some(Known::Type(parse_quote!(
                ::coroutine_runtime::__private::alloc::string::String
            ))),
            "matches" => Some(Known::Type(parse_quote!(bool))),
            "vec" => {
                if mac.tokens.is_empty() {
                    return Some(Known::Open(parse_quote!(
                        ::coroutine_runtime::__private::alloc::vec::Vec
                    )));
                }
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
