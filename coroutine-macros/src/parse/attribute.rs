//! The attribute's own arguments: `#[consumer(Input, reply = Type)]`.

use super::derive::{self, Derive};
use crate::diagnostics::Errors;
use proc_macro2::{Ident, TokenStream};
use syn::parse::{ParseStream, Parser};
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
}

const KNOWN: &str = "the options are `reply = Type`, `batch`, `derive(Trait, …)`, `name = Ident` and `mermaid = IDENT`";

impl Options {
    /// What could be read of the arguments; what could not goes to `errors`.
    pub(super) fn parse(attribute: TokenStream, errors: &mut Errors) -> Options {
        let mut options = Options::default();
        if let Err(error) = (|stream: ParseStream| options.arguments(stream)).parse2(attribute) {
            errors.push(error);
        }
        options
    }

    fn arguments(&mut self, stream: ParseStream) -> Result<()> {
        if !stream.is_empty() && !at_option(stream) {
            self.input = Some(input_type(stream)?);
            comma(stream)?;
        }
        while !stream.is_empty() {
            self.option(stream)?;
            comma(stream)?;
        }
        Ok(())
    }

    fn option(&mut self, stream: ParseStream) -> Result<()> {
        let name: Ident = stream.parse().map_err(|error| {
            Error::new(error.span(), format!("expected an option after the input type; {KNOWN}"))
        })?;
        let given = if name == "reply" {
            equals(stream, "expected a type: `reply = Type`")?;
            self.reply.replace(stream.parse()?).is_some()
        } else if name == "name" {
            equals(stream, "expected a name for the type: `name = Decoder`")?;
            self.name.replace(stream.parse()?).is_some()
        } else if name == "mermaid" {
            let expected = "expected a name for the constant: `mermaid = GRAPH`";
            equals(stream, expected)?;
            let constant = stream.parse().map_err(|error| Error::new(error.span(), expected))?;
            self.mermaid.replace(constant).is_some()
        } else if name == "derive" {
            let before = std::mem::replace(&mut self.derives, derive::parse(stream)?);
            !before.is_empty()
        } else if name == "batch" {
            self.batch.replace(name.clone()).is_some()
        } else {
            return Err(Error::new(name.span(), format!("unknown option `{name}`; {KNOWN}")));
        };
        if given {
            return Err(Error::new(name.span(), format!("`{name}` is given twice")));
        }
        Ok(())
    }
}

fn equals(stream: ParseStream, expected: &str) -> Result<()> {
    stream.parse::<Token![=]>().map_err(|error| Error::new(error.span(), expected))?;
    Ok(())
}

/// An option is a name with `=` or `(` behind it, or one that has no argument; a type is anything else.
fn at_option(stream: ParseStream) -> bool {
    let fork = stream.fork();
    let Ok(name) = fork.parse::<Ident>() else { return false };
    fork.peek(Token![=])
        || (name == "derive" && fork.peek(syn::token::Paren))
        || (name == "batch" && !fork.peek(Token![::]) && !fork.peek(Token![<]))
}

fn input_type(stream: ParseStream) -> Result<Type> {
    stream.parse().map_err(|error| {
        Error::new(
            error.span(),
            "expected the type of the input, as in `#[consumer(u8)]` or `#[consumer(&str)]`",
        )
    })
}

pub(super) fn comma(stream: ParseStream) -> Result<()> {
    if !stream.is_empty() {
        stream
            .parse::<Token![,]>()
            .map_err(|error| Error::new(error.span(), "expected `,` before the next option"))?;
    }
    Ok(())
}
