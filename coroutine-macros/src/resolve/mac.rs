//! Macro invocations inside of a piece: the standard library's are read as the expressions they take,
//! of any other we see only tokens.

use super::{Resolver, Use, format};
use crate::catalogue;
use crate::markers::Marker;
use crate::naming;
use crate::std_macros::{Argument, Arguments, Kind};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Expr, Macro, Token};

impl Resolver<'_> {
    pub(super) fn mac(&mut self, mac: &mut Macro) {
        if let Some(marker) = Marker::of(mac) {
            self.stray(marker, mac);
            return;
        }
        match Arguments::of(mac) {
            Some(mut arguments) => {
                let condition = arguments.quoted_condition();
                self.arguments(&mut arguments);
                arguments.keep_words(condition.as_ref());
                mac.tokens = arguments.into_token_stream();
            }
            None => self.unknown_macro(mac),
        }
    }

    fn arguments(&mut self, arguments: &mut Arguments) {
        let format_at = arguments.format_at();
        let writes = matches!(arguments.kind, Kind::Format { before: 1 });
        let mut captured = Vec::new();
        for (index, argument) in arguments.list.iter_mut().enumerate() {
            let usage = match arguments.kind {
                Kind::Values => Use::Value,
                Kind::Assert { before: 1, .. } if index == 0 => Use::Value,
                _ => Use::Place,
            };
            if format_at == Some(index) {
                captured = self.captures(&argument.expr);
            }
            self.mutating = index == 0 && writes;
            self.argument(&mut argument.expr, usage);
        }
        if let Some((_, len)) = &mut arguments.repeat {
            self.argument(len, Use::Value);
        }
        if let Some((_, pat, guard)) = &mut arguments.pattern {
            self.scope(|resolver| {
                resolver.bind_inner(pat);
                if let Some((_, guard)) = guard {
                    resolver.sometimes(|resolver| resolver.argument(guard, Use::Value));
                }
            });
        }
        // `"{x}"` of a local that has another name now: `"{x}", x = x2`.
        captured.retain(|(written, _)| {
            arguments
                .list
                .iter()
                .all(|argument| argument.name.as_ref().is_none_or(|(name, _)| name != written))
        });
        for (written, own) in captured {
            let name = Some((written, Token![=](own.span())));
            let expr =
                if self.in_place { syn::parse_quote!(*#own) } else { syn::parse_quote!(#own) };
            arguments.list.push(Argument { name, expr });
        }
    }

    /// The inline captures of a format string. Returns those whose local has another name now.
    fn captures(&mut self, literal: &Expr) -> Vec<(syn::Ident, syn::Ident)> {
        let Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(literal), .. }) = literal else {
            return Vec::new();
        };
        let mut renamed = Vec::new();
        for name in format::captures(&literal.value()) {
            let written = naming::ident(&name, literal.span());
            if let Some(local) = self.lookup(&written) {
                self.mention(local, Use::Place);
                let own = &self.locals[local].ident;
                // A width, or an address, is not that of a reference.
                let as_value = self.in_place && {
                    let text = literal.value();
                    text.contains('$') || text.contains("p}")
                };
                if (*own != written || as_value)
                    && !renamed.iter().any(|(known, _)| *known == written)
                {
                    renamed.push((written, own.clone()));
                }
            }
        }
        renamed
    }

    /// Any name of ours among the tokens may be that local, also inline in a string.
    fn unknown_macro(&mut self, mac: &Macro) {
        let mut found = Vec::new();
        names(mac.tokens.clone(), &mut found);
        for ident in found {
            let Some(local) = self.lookup(&ident) else { continue };
            self.mention(local, Use::Place);
            self.effects.opaque.insert(local);
            if self.locals[local].ident != ident {
                self.errors.spanned(ident.span(), catalogue::macro_uses_shadowed(&ident));
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
    pub(super) fn markers_in(&mut self, tokens: TokenStream) -> usize {
        let mut count = 0;
        let mut previous: Option<proc_macro2::Ident> = None;
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '!' => {
                    if let Some(name) = previous
                        .take()
                        .filter(|name| name == "recv" || name == "delegate" || name == "on_close")
                    {
                        let error = catalogue::wait_in_macro_argument(format!("{name}!"));
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

    /// Of a macro of the standard library in an item; another's may be anything there.
    pub(super) fn arguments_in_item(&mut self, mac: &Macro) {
        if Kind::of(mac).is_some() {
            self.markers_in(mac.tokens.clone());
        }
    }

    fn report_misplaced_as(&mut self, marker: Marker, mac: &Macro, place: &str) {
        let error = match marker {
            Marker::Recv | Marker::Delegate => {
                catalogue::wait_in_another_function(marker.name(), place)
            }
            Marker::OnClose => catalogue::handler_out_of_place(place),
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
                            .map(|name| naming::ident(&name, span)),
                    );
                }
            }
            _ => {}
        }
        after_dot = dot;
    }
}
