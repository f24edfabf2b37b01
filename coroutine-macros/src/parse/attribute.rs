//! The attribute's own arguments: `#[consumer(Input, reply = Type)]`.

use super::derive::{self, Derive};
use crate::catalogue;
use crate::diagnostics::Errors;
use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Error, Result, Token, Type};

/// What stands in the parentheses of `#[consumer(…)]`.
#[derive(Default)]
pub(crate) struct Options {
    /// `&str`; absent when the first `let x: T = recv!()` says it.
    pub(crate) input: Option<Type>,
    /// `reply = Option<u32>`
    pub(crate) reply: Option<Type>,
    /// `batch`
    pub(crate) batch: Option<Ident>,
    /// `derive(Clone)`
    pub(crate) derives: Vec<Derive>,
    /// `name = Decoder`
    pub(crate) name: Option<Ident>,
    /// `mermaid = GREP_GRAPH`
    pub(crate) mermaid: Option<Ident>,
    /// `repply = u8`: any of them may have been meant.
    pub(crate) has_unknown: bool,
}

const KNOWN: &str =
    "`reply = Type`, `batch`, `derive(Trait, …)`, `name = Ident` and `mermaid = IDENT`";

impl Options {
    /// What could be read of the arguments; what could not goes to `errors`.
    pub(super) fn parse(attribute: TokenStream, errors: &mut Errors) -> Options {
        let mut options = Options::default();
        let read = |stream: ParseStream<'_>| {
            options.arguments(stream, errors);
            Ok(())
        };
        if let Err(error) = read.parse2(attribute) {
            errors.push(error);
        }
        options
    }

    /// What is wrong with one argument leaves the others as they are.
    fn arguments(&mut self, stream: ParseStream<'_>, errors: &mut Errors) {
        let mut is_first = true;
        while !stream.is_empty() {
            let read = if is_first && !at_option(stream) {
                input_type(stream).map(|input| self.input = Some(input))
            } else {
                self.option(stream)
            };
            is_first = false;
            if let Err(error) = read.and_then(|()| comma(stream)) {
                errors.push(error);
                to_next(stream);
            }
        }
    }

    fn option(&mut self, stream: ParseStream<'_>) -> Result<()> {
        let name: Ident = stream
            .parse()
            .map_err(|error| catalogue::option_expected(KNOWN).spanned(error.span()))?;
        let given = if name == "reply" {
            self.reply.replace(value(stream, &name, "Type")?).is_some()
        } else if name == "name" {
            self.name.replace(value(stream, &name, "Decoder")?).is_some()
        } else if name == "mermaid" {
            self.mermaid.replace(value(stream, &name, "GRAPH")?).is_some()
        } else if name == "derive" {
            let before = std::mem::replace(&mut self.derives, derive::parse(stream)?);
            !before.is_empty()
        } else if name == "batch" {
            self.batch.replace(name.clone()).is_some()
        } else {
            self.has_unknown = true;
            return Err(catalogue::option_unknown(&name, KNOWN).spanned(name.span()));
        };
        if given {
            return Err(catalogue::option_twice(&name).spanned(name.span()));
        }
        Ok(())
    }
}

/// `= value`
fn value<T: Parse>(stream: ParseStream<'_>, name: &Ident, kind: &str) -> Result<T> {
    let missing = |error: Error| catalogue::option_without_value(name, kind).spanned(error.span());
    stream.parse::<Token![=]>().map_err(missing)?;
    stream.parse().map_err(missing)
}

/// Passes over what is left of an argument.
fn to_next(stream: ParseStream<'_>) {
    while let Ok(token) = stream.parse::<TokenTree>() {
        if matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',') {
            return;
        }
    }
}

/// An option is a name with `=` or `(` behind it, or one that has no argument; a type is anything else.
fn at_option(stream: ParseStream) -> bool {
    let fork = stream.fork();
    let Ok(name) = fork.parse::<Ident>() else { return false };
    fork.peek(Token![=])
        || (name == "derive" && fork.peek(syn::token::Paren))
        || (name == "batch" && !fork.peek(Token![::]) && !fork.peek(Token![<]))
}

fn input_type(stream: ParseStream<'_>) -> Result<Type> {
    stream.parse().map_err(|error| catalogue::input_type_expected().spanned(error.span()))
}

fn comma(stream: ParseStream<'_>) -> Result<()> {
    if !stream.is_empty() {
        stream
            .parse::<Token![,]>()
            .map_err(|error| catalogue::option_without_comma().spanned(error.span()))?;
    }
    Ok(())
}
