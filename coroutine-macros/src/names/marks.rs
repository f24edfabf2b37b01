//! Words that stand for the user's own until the names are known: `x` in `Point { x }`, and what a macro is told beside its format string.

use crate::naming;
use proc_macro2::{Ident, Span};

const SHORT: &str = "__short_";
const RAW: &str = "__raw_";

/// The message of an `assert!` whose condition may be printed in other words.
pub(crate) const QUOTED: &str = "__quoted";

/// `x: x2` for `x` alone: of a field, or of `"{x}"`.
pub(crate) fn short(name: &Ident) -> Ident {
    let name_text = name.to_string();
    let text = match name_text.strip_prefix("r#") {
        Some(raw) => format!("{SHORT}{RAW}{raw}"),
        None => format!("{SHORT}{name_text}"),
    };
    Ident::new(&text, name.span())
}

/// The name of such a word.
pub(crate) fn shortened(word: &Ident) -> Option<Ident> {
    let text = word.to_string();
    let name = text.strip_prefix(SHORT)?;
    Some(match name.strip_prefix(RAW) {
        Some(raw) => naming::ident(&format!("r#{raw}"), word.span()),
        None => naming::ident(name, word.span()),
    })
}

/// What a local is called until then: nothing of the user's.
pub(crate) fn placeholder(
    name: &Ident,
    number: usize,
    is_taken: impl FnMut(&str) -> bool,
) -> Ident {
    let base = format!("{}__{number}", naming::bare(name));
    Ident::new(&naming::unused(&base, is_taken), name.span())
}

/// The message of an `assert!`, by the name of an argument.
pub(crate) fn quoted() -> Ident {
    Ident::new(QUOTED, Span::call_site())
}
