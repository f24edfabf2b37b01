//! Macro invocations inside of a piece: the standard library's are read as the expressions they take,
//! of any other we see only tokens.

use super::{Resolver, Use, format};
use crate::catalogue;
use crate::markers::Marker;
use crate::std_macros::{Argument, Arguments, Kind};
use crate::{names, naming};
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
                self.tell_values(&mut arguments);
                arguments.keep_words(condition.as_ref());
                mac.tokens = arguments.into_token_stream();
            }
            None => mac.tokens = self.unknown_macro(mac),
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
        // `"{x}"` of a local that gets another name: `"{x}", x = x2`.
        captured.retain(|(written, _)| {
            arguments
                .list
                .iter()
                .all(|argument| argument.name.as_ref().is_none_or(|(name, _)| name != written))
        });
        for (written, own) in captured {
            let name = Some((names::short(&written), Token![=](own.span())));
            arguments.list.push(Argument { name, expr: syn::parse_quote!(#own) });
        }
    }

    /// A width, or an address, is not that of a reference: `x = *x` has to be told.
    fn tell_values(&self, arguments: &mut Arguments) {
        let Some(Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(literal), .. })) =
            arguments.format_at().and_then(|at| arguments.list.get(at)).map(|format| &format.expr)
        else {
            return;
        };
        let text = literal.value();
        if !self.in_place || !(text.contains('$') || text.contains("p}")) {
            return;
        }
        for argument in &mut arguments.list {
            if let (Some((name, _)), Expr::Unary(_)) = (&mut argument.name, &argument.expr)
                && let Some(written) = names::shortened(name)
            {
                *name = written;
            }
        }
    }

    /// The inline captures of a format string that are locals, by their own names.
    fn captures(&mut self, literal: &Expr) -> Vec<(syn::Ident, syn::Ident)> {
        let Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(literal), .. }) = literal else {
            return Vec::new();
        };
        let mut captured = Vec::new();
        for name in format::captures(&literal.value()) {
            let written = naming::ident(&name, literal.span());
            if let Some(local) = self.lookup(&written) {
                self.mention(local, Use::Place);
                let own = &self.locals[local].ident;
                if !captured.iter().any(|(known, _)| *known == written) {
                    captured.push((written, own.clone()));
                }
            }
        }
        captured
    }

    /// Any name of ours among the tokens may be that local, also inline in a string. It keeps its name there.
    fn unknown_macro(&mut self, mac: &Macro) -> TokenStream {
        let mut found = Vec::new();
        let tokens = mentioned(mac.tokens.clone(), &mut |ident| {
            let local = self.lookup(&ident)?;
            found.push(local);
            Some(&self.locals[local].ident)
        });
        for local in found {
            self.mention(local, Use::Place);
            self.effects.opaque.insert(local);
            self.effects.spelled.insert(local);
        }
        self.markers_in(mac.tokens.clone());
        tokens
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

/// The tokens with what is `own` of their identifiers, field and method names aside. The names captured by strings are asked for too.
fn mentioned<'l>(
    tokens: TokenStream,
    own: &mut dyn FnMut(proc_macro2::Ident) -> Option<&'l proc_macro2::Ident>,
) -> TokenStream {
    let mut after_dot = false;
    let mut replaced: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let dot = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '.');
        replaced.push(match token {
            TokenTree::Ident(ident) if !after_dot => {
                let span = ident.span();
                let own = own(ident.clone());
                TokenTree::Ident(own.map_or(ident, |own| {
                    let mut own = own.clone();
                    own.set_span(span);
                    own
                }))
            }
            TokenTree::Group(group) => {
                let mut inner =
                    proc_macro2::Group::new(group.delimiter(), mentioned(group.stream(), own));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            TokenTree::Literal(literal) => {
                if let syn::Lit::Str(string) = syn::Lit::new(literal.clone()) {
                    for name in format::captures(&string.value()) {
                        own(naming::ident(&name, string.span()));
                    }
                }
                TokenTree::Literal(literal)
            }
            token => token,
        });
        after_dot = dot;
    }
    replaced.into_iter().collect()
}
