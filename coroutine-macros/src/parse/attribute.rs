//! The attribute's own arguments: `#[consumer(Input, reply = Type)]`.

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
}

const KNOWN: &str = "the options are `reply = Type` and `batch`";
const LATER: [&str; 2] = ["derive", "name"];

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
        if LATER.iter().any(|later| name == later) {
            return Err(Error::new(name.span(), format!("`{name}` is not supported yet; {KNOWN}")));
        }
        if name == "batch" {
            if self.batch.is_some() {
                return Err(Error::new(name.span(), "`batch` is given twice"));
            }
            self.batch = Some(name);
            return Ok(());
        }
        if name != "reply" {
            return Err(Error::new(name.span(), format!("unknown option `{name}`; {KNOWN}")));
        }
        if self.reply.is_some() {
            return Err(Error::new(name.span(), "`reply` is given twice"));
        }
        stream
            .parse::<Token![=]>()
            .map_err(|error| Error::new(error.span(), "expected a type: `reply = Type`"))?;
        self.reply = Some(stream.parse()?);
        Ok(())
    }
}

/// An option is a name with `=` or `(` behind it, or one that has no argument; a type is anything else.
fn at_option(stream: ParseStream) -> bool {
    let fork = stream.fork();
    let Ok(name) = fork.parse::<Ident>() else { return false };
    fork.peek(Token![=])
        || (LATER.iter().chain(&["batch"]).any(|option| name == option)
            && !fork.peek(Token![::])
            && !fork.peek(Token![<]))
}

fn input_type(stream: ParseStream) -> Result<Type> {
    stream.parse().map_err(|error| {
        Error::new(
            error.span(),
            "expected the type of the input, as in `#[consumer(u8)]` or `#[consumer(&str)]`",
        )
    })
}

fn comma(stream: ParseStream) -> Result<()> {
    if !stream.is_empty() {
        stream
            .parse::<Token![,]>()
            .map_err(|error| Error::new(error.span(), "expected `,` before the next option"))?;
    }
    Ok(())
}
