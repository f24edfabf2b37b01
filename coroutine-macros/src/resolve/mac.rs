//! Macro invocations inside of a piece: the standard library's are read as the expressions they take,
//! of any other we see only tokens.

use super::{Resolver, Use, format};
use crate::markers::Marker;
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, Macro, Pat, Token};

/// How a macro of the standard library takes its arguments.
enum Known {
    /// Expressions used as `Use`, then from the given position on a format string and its arguments.
    Format { before: usize, usage: Use },
    /// `vec![a, b]`, `dbg!(a)`.
    Values,
    /// `matches!(expression, pattern)`.
    Matches,
}

impl Known {
    fn of(mac: &Macro) -> Option<Known> {
        let name = mac.path.segments.last()?.ident.to_string();
        let std = match mac.path.segments.len() {
            1 => true,
            2 => ["std", "core", "alloc"].iter().any(|krate| mac.path.segments[0].ident == krate),
            _ => false,
        };
        Some(match name.as_str() {
            _ if !std => return None,
            "print" | "println" | "eprint" | "eprintln" | "format" | "format_args" | "panic"
            | "unreachable" | "todo" | "unimplemented" => {
                Known::Format { before: 0, usage: Use::Place }
            }
            "write" | "writeln" => Known::Format { before: 1, usage: Use::Place },
            "assert" | "debug_assert" => Known::Format { before: 1, usage: Use::Value },
            "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => {
                Known::Format { before: 2, usage: Use::Place }
            }
            "vec" | "dbg" => Known::Values,
            "matches" => Known::Matches,
            _ => return None,
        })
    }
}

/// `x` or `name = x`.
struct Argument {
    name: Option<TokenStream>,
    expr: Expr,
}

impl Parse for Argument {
    fn parse(stream: ParseStream) -> syn::Result<Self> {
        let named = stream.peek(syn::Ident) && stream.peek2(Token![=]) && !stream.peek2(Token![==]);
        let name = if named {
            let name: syn::Ident = stream.parse()?;
            let eq: Token![=] = stream.parse()?;
            Some(quote!(#name #eq))
        } else {
            None
        };
        Ok(Argument { name, expr: stream.parse()? })
    }
}

impl ToTokens for Argument {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.name.to_tokens(tokens);
        self.expr.to_tokens(tokens);
    }
}

impl Resolver<'_> {
    pub(super) fn mac(&mut self, mac: &mut Macro) {
        if let Some(marker) = Marker::of(mac) {
            self.stray(marker, mac);
            return;
        }
        let read = match Known::of(mac) {
            Some(Known::Format { before, usage }) => self.format_macro(mac, before, usage),
            Some(Known::Values) => self.value_macro(mac),
            Some(Known::Matches) => self.matches_macro(mac),
            None => None,
        };
        if read.is_none() {
            self.unknown_macro(mac);
        }
    }

    fn format_macro(&mut self, mac: &mut Macro, before: usize, usage: Use) -> Option<()> {
        let parser = Punctuated::<Argument, Token![,]>::parse_terminated;
        let mut args = parser.parse2(mac.tokens.clone()).ok()?;
        let mut captured = Vec::new();
        for (index, arg) in args.iter_mut().enumerate() {
            if index == before {
                captured = self.captures(&arg.expr);
            }
            self.argument(&mut arg.expr, if index < before { usage } else { Use::Place });
        }
        let mut named = TokenStream::new();
        for (written, own) in captured {
            let taken = args.iter().any(|arg| {
                arg.name.as_ref().is_some_and(|name| name.to_string() == format!("{written} ="))
            });
            if !taken {
                named.extend(quote!(, #written = #own));
            }
        }
        if args.trailing_punct() && !named.is_empty() {
            args.pop_punct();
        }
        mac.tokens = quote!(#args #named);
        Some(())
    }

    /// The inline captures of a format string. Returns those whose local has another name now.
    fn captures(&mut self, literal: &Expr) -> Vec<(syn::Ident, syn::Ident)> {
        let Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(literal), .. }) = literal else {
            return Vec::new();
        };
        let mut renamed = Vec::new();
        for name in format::captures(&literal.value()) {
            let written = syn::Ident::new(&name, literal.span());
            if let Some(local) = self.lookup(&written) {
                self.mention(local, Use::Place);
                let own = &self.locals[local].ident;
                if *own != written && !renamed.iter().any(|(known, _)| *known == written) {
                    renamed.push((written, own.clone()));
                }
            }
        }
        renamed
    }

    fn value_macro(&mut self, mac: &mut Macro) -> Option<()> {
        // `vec![x; n]`
        let repeat = |stream: ParseStream| -> syn::Result<(Expr, Token![;], Expr)> {
            Ok((stream.parse()?, stream.parse()?, stream.parse()?))
        };
        if let Ok((mut elem, semi, mut len)) = repeat.parse2(mac.tokens.clone()) {
            for expr in [&mut elem, &mut len] {
                self.argument(expr, Use::Value);
            }
            mac.tokens = quote!(#elem #semi #len);
            return Some(());
        }
        let mut args =
            Punctuated::<Expr, Token![,]>::parse_terminated.parse2(mac.tokens.clone()).ok()?;
        for arg in &mut args {
            self.argument(arg, Use::Value);
        }
        mac.tokens = args.into_token_stream();
        Some(())
    }

    fn matches_macro(&mut self, mac: &mut Macro) -> Option<()> {
        let mut guard = None;
        let parser = |stream: ParseStream| -> syn::Result<(Expr, Token![,], Pat)> {
            let head =
                (stream.parse()?, stream.parse()?, Pat::parse_multi_with_leading_vert(stream)?);
            if stream.peek(Token![if]) {
                guard = Some((stream.parse::<Token![if]>()?, stream.parse::<Expr>()?));
            }
            stream.parse::<Option<Token![,]>>()?;
            Ok(head)
        };
        let (mut expr, comma, mut pat) = parser.parse2(mac.tokens.clone()).ok()?;
        self.argument(&mut expr, Use::Place);
        self.scope(|resolver| {
            resolver.bind_inner(&mut pat);
            if let Some((_, guard)) = &mut guard {
                resolver.sometimes(|resolver| resolver.argument(guard, Use::Value));
            }
        });
        let guard = guard.map(|(token, guard)| quote!(#token #guard));
        mac.tokens = quote!(#expr #comma #pat #guard);
        Some(())
    }

    /// Any name of ours among the tokens may be that local, also inline in a string.
    fn unknown_macro(&mut self, mac: &Macro) {
        let mut found = Vec::new();
        names(mac.tokens.clone(), &mut found);
        for ident in found {
            let Some(local) = self.lookup(&ident) else { continue };
            self.mention(local, Use::Place);
            if self.locals[local].ident != ident {
                let error = format!(
                    "`{ident}` has to get another name in the expansion, and cannot inside a macro that is not of the \
                     standard library: give one of the locals called `{ident}` a name of its own"
                );
                self.errors.spanned(ident.span(), error);
            }
        }
        self.markers_in(mac.tokens.clone());
    }

    /// An argument of a macro. A `recv!()` in it cannot be opened.
    fn argument(&mut self, expr: &mut Expr, usage: Use) {
        if self.markers_in(expr.to_token_stream()) == 0 {
            self.expr(expr, usage);
        }
    }

    /// Reports each of our macros among the tokens of another, and says how many there are.
    fn markers_in(&mut self, tokens: TokenStream) -> usize {
        let mut count = 0;
        let mut previous: Option<proc_macro2::Ident> = None;
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '!' => {
                    if let Some(name) = previous
                        .take()
                        .filter(|name| name == "recv" || name == "delegate" || name == "on_close")
                    {
                        let error = format!(
                            "`{name}!` cannot stand in the arguments of a macro: bind it first, as in `let value = {name}!();`"
                        );
                        self.errors.spanned(name.span(), error);
                        count += 1;
                    }
                }
                TokenTree::Ident(ident) => previous = Some(ident),
                TokenTree::Group(group) => {
                    count += self.markers_in(group.stream());
                    previous = None;
                }
                _ => previous = None,
            }
        }
        count
    }

    /// A marker that lowering did not open: it stands in a function of its own.
    fn stray(&mut self, marker: Marker, mac: &Macro) {
        let place = self.within;
        self.report_misplaced_as(marker, mac, place);
    }

    pub(super) fn report_misplaced(&mut self, mac: &Macro, place: &str) {
        if let Some(marker) = Marker::of(mac) {
            self.report_misplaced_as(marker, mac, place);
        }
    }

    fn report_misplaced_as(&mut self, marker: Marker, mac: &Macro, place: &str) {
        let name = marker.name();
        let error = match marker {
            Marker::Recv | Marker::Delegate => format!(
                "`{name}` cannot wait inside {place}: that is a function of its own; wait outside of it, and pass what came"
            ),
            Marker::OnClose => format!(
                "`{name}` stands as a statement in a block of the consumer, not inside {place}"
            ),
        };
        self.errors.at(&mac.path, error);
    }
}

/// Identifiers among tokens, field and method names aside, and the names captured by strings.
fn names(tokens: TokenStream, found: &mut Vec<proc_macro2::Ident>) {
    let mut after_dot = false;
    for token in tokens {
        let dot = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '.');
        match token {
            TokenTree::Ident(ident) if !after_dot => found.push(ident),
            TokenTree::Group(group) => names(group.stream(), found),
            TokenTree::Literal(literal) => {
                if let syn::Lit::Str(string) = syn::Lit::new(literal) {
                    let span = string.span();
                    found.extend(
                        format::captures(&string.value())
                            .into_iter()
                            .map(|name| syn::Ident::new(&name, span)),
                    );
                }
            }
            _ => {}
        }
        after_dot = dot;
    }
}
