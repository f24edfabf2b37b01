//! The macros of the standard library that take expressions: read as these, so that a local in an argument, an
//! inline capture or a `recv!()` is seen.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, Macro, Pat, Token};

/// How the arguments of a macro are used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `format!("{}", a)`: behind `before` expressions a format string and what it shows, by reference.
    Format { before: usize },
    /// `assert!(a, "{}", b)`: `before` expressions, and a message that is made only if they do not hold. In a
    /// `debug_assert!`, `always` is false.
    Assert { before: usize, always: bool },
    /// `vec![a, b]`, `dbg!(a)`: the values.
    Values,
    /// `matches!(a, pattern)`
    Matches,
}

impl Kind {
    pub(crate) fn of(mac: &Macro) -> Option<Kind> {
        let segments = &mac.path.segments;
        let std = match segments.len() {
            1 => true,
            2 => ["std", "core", "alloc"].iter().any(|krate| segments[0].ident == krate),
            _ => false,
        };
        if std { Kind::named(&segments.last()?.ident.to_string()) } else { None }
    }

    pub(crate) fn named(name: &str) -> Option<Kind> {
        Some(match name {
            "print" | "println" | "eprint" | "eprintln" | "format" | "format_args" | "panic"
            | "unreachable" | "todo" | "unimplemented" => Kind::Format { before: 0 },
            "write" | "writeln" => Kind::Format { before: 1 },
            "assert" => Kind::Assert { before: 1, always: true },
            "assert_eq" | "assert_ne" => Kind::Assert { before: 2, always: true },
            "debug_assert" => Kind::Assert { before: 1, always: false },
            "debug_assert_eq" | "debug_assert_ne" => Kind::Assert { before: 2, always: false },
            "vec" | "dbg" => Kind::Values,
            "matches" => Kind::Matches,
            _ => return None,
        })
    }
}

/// `panic!`, `unreachable!`: control does not come out of it.
pub(crate) fn is_panic(mac: &Macro) -> bool {
    let name = mac.path.segments.last().map(|last| last.ident.to_string());
    let panics = ["panic", "unreachable", "todo", "unimplemented"];
    Kind::of(mac).is_some() && name.is_some_and(|name| panics.contains(&name.as_str()))
}

/// The tokens of a macro call, taken apart.
pub(crate) struct Arguments {
    pub(crate) kind: Kind,
    pub(crate) list: Punctuated<Argument, Token![,]>,
    /// The `n` of `vec![x; n]`.
    pub(crate) repeat: Option<(Token![;], Expr)>,
    /// The pattern and guard of `matches!`.
    pub(crate) pattern: Option<(Token![,], Pat, Option<Guard>)>,
}

type Guard = (Token![if], Expr);

/// `x` or `name = x`.
pub(crate) struct Argument {
    pub(crate) name: Option<(Ident, Token![=])>,
    pub(crate) expr: Expr,
}

impl Arguments {
    /// `None` for another macro, or arguments that are not what it takes.
    pub(crate) fn of(mac: &Macro) -> Option<Arguments> {
        let kind = Kind::of(mac)?;
        let parser = |stream: ParseStream| Arguments::parse(kind, stream);
        parser.parse2(mac.tokens.clone()).ok()
    }

    fn parse(kind: Kind, stream: ParseStream) -> syn::Result<Self> {
        let mut arguments =
            Arguments { kind, list: Punctuated::new(), repeat: None, pattern: None };
        while !stream.is_empty() {
            arguments.list.push_value(stream.parse()?);
            if kind == Kind::Values && stream.peek(Token![;]) {
                arguments.repeat = Some((stream.parse()?, stream.parse()?));
            } else if kind == Kind::Matches {
                let (comma, pat) = (stream.parse()?, Pat::parse_multi_with_leading_vert(stream)?);
                let guard = if stream.peek(Token![if]) {
                    Some((stream.parse()?, stream.parse()?))
                } else {
                    None
                };
                stream.parse::<Option<Token![,]>>()?;
                arguments.pattern = Some((comma, pat, guard));
            } else if !stream.is_empty() {
                arguments.list.push_punct(stream.parse()?);
                continue;
            }
            break;
        }
        if stream.is_empty() {
            Ok(arguments)
        } else {
            Err(stream.error("not what this macro takes"))
        }
    }

    /// The expressions, in the order in which they are evaluated; the guard of `matches!` aside.
    pub(crate) fn exprs(&self) -> impl Iterator<Item = &Expr> {
        let len = self.repeat.as_ref().map(|(_, len)| len);
        self.list.iter().map(|argument| &argument.expr).chain(len)
    }

    pub(crate) fn exprs_mut(&mut self) -> impl Iterator<Item = &mut Expr> {
        let len = self.repeat.as_mut().map(|(_, len)| len);
        self.list.iter_mut().map(|argument| &mut argument.expr).chain(len)
    }

    /// `match x { PATTERN if guard => true, _ => false }` for `matches!(x, PATTERN if guard)`.
    pub(crate) fn as_match(&self) -> Option<Expr> {
        let (_, pat, guard) = self.pattern.as_ref()?;
        let scrutinee = crate::ir::head(self.exprs().next()?.clone());
        let mut decision: syn::ExprMatch = syn::parse_quote!(match () {
            _ => true,
            _ => false,
        });
        // Not through tokens: what a macro kept together stays one piece.
        *decision.expr = scrutinee;
        decision.arms[0].pat = match guard {
            None => pat.clone(),
            Some((if_token, guard)) => Pat::Guard(syn::PatGuard {
                attrs: Vec::new(),
                pat: Box::new(pat.clone()),
                if_token: *if_token,
                guard: Box::new(guard.clone()),
            }),
        };
        Some(Expr::Match(decision))
    }

    /// The condition of an `assert!` that has no message of its own: its words are the message.
    pub(crate) fn quoted_condition(&self) -> Option<Expr> {
        let quotes = matches!(self.kind, Kind::Assert { before: 1, .. }) && self.list.len() == 1;
        quotes.then(|| self.list[0].expr.clone())
    }

    /// Gives an `assert!` the words of its user for a message, if its condition is put otherwise in the end.
    pub(crate) fn keep_words(&mut self, condition: Option<&Expr>) {
        let Some(condition) = condition else { return };
        let now = &self.list[0].expr;
        if quote!(#condition).to_string() == quote!(#now).to_string() {
            return;
        }
        let written = quote!(#condition).to_string();
        let words = crate::source::source(condition).replace('{', "{{").replace('}', "}}");
        let message = format!("assertion failed: {words}");
        let name = (crate::names::quoted(), Token![=](proc_macro2::Span::call_site()));
        self.list
            .push(Argument { name: Some(name), expr: syn::parse_quote!((#written, #message)) });
    }

    /// The position of the format string.
    pub(crate) fn format_at(&self) -> Option<usize> {
        match self.kind {
            Kind::Format { before } | Kind::Assert { before, .. } => Some(before),
            Kind::Values | Kind::Matches => None,
        }
    }
}

impl Parse for Argument {
    fn parse(stream: ParseStream) -> syn::Result<Self> {
        let named = stream.peek(syn::Ident) && stream.peek2(Token![=]) && !stream.peek2(Token![==]);
        let name = if named { Some((stream.parse()?, stream.parse()?)) } else { None };
        Ok(Argument { name, expr: stream.parse()? })
    }
}

impl ToTokens for Argument {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if let Some((name, eq)) = &self.name {
            tokens.extend(quote!(#name #eq));
        }
        self.expr.to_tokens(tokens);
    }
}

impl ToTokens for Arguments {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.list.to_tokens(tokens);
        if let Some((semi, len)) = &self.repeat {
            tokens.extend(quote!(#semi #len));
        }
        if let Some((comma, pat, guard)) = &self.pattern {
            let guard = guard.iter().map(|(token, guard)| quote!(#token #guard));
            tokens.extend(quote!(#comma #pat #(#guard)*));
        }
    }
}
