//! The catalogue: every error that the macro can give. What is wrong; why, where that is not evident; what to write instead.
//!
//! `attribute` the arguments · `signature` the function itself · `waits` places to wait · `handlers` `on_close!` · `kept` what a
//! wait would have to keep · `runtime` what the runtime says of its macros and traits
//!
//! Each rule has a test in `tests/ui` with its name, and its part of `docs/errors.md` (`page` compares both).

mod attribute;
mod handlers;
mod kept;
#[cfg(test)]
mod page;
#[cfg(test)]
mod runtime;
mod signature;
mod waits;

pub(crate) use attribute::*;
pub(crate) use handlers::*;
pub(crate) use kept::*;
pub(crate) use signature::*;
pub(crate) use waits::*;

use proc_macro2::Span;
use quote::ToTokens;
use syn::Error;

/// What is wrong in the user's code, said in the words of its rule.
pub(crate) struct Mistake(String);

impl Mistake {
    /// Where it was made: these tokens of the user's.
    pub(crate) fn at(self, tokens: impl ToTokens) -> Error {
        Error::new_spanned(tokens, self.0)
    }

    pub(crate) fn spanned(self, span: Span) -> Error {
        Error::new(span, self.0)
    }
}

/// One entry, for its page and the test of it.
#[cfg(test)]
struct Rule {
    /// `wait_in_closure`
    name: &'static str,
    /// What the page says of it.
    about: &'static [&'static str],
    /// The message, with `{name}` where the user's own words stand.
    message: &'static str,
}

/// A function for each rule, which makes a [`Mistake`] of the user's words, and the list of them.
macro_rules! rules {
    ($(
        $(#[doc = $about:literal])+
        $name:ident($($word:ident),*) {
            what: $what:literal,
            $($(why: $why:literal,)?
            instead: $instead:literal,)?
        }
    )*) => {
        $(
            $(#[doc = $about])+
            pub(crate) fn $name($($word: impl ::std::fmt::Display),*) -> $crate::catalogue::Mistake {
                $crate::catalogue::Mistake(format!(concat!($what $(, ": " $(, $why, "; ")?, $instead)?) $(, $word = $word)*))
            }
        )*
        #[cfg(test)]
        pub(super) const RULES: &[$crate::catalogue::Rule] = &[$(
            $crate::catalogue::Rule {
                name: stringify!($name),
                about: &[$($about),+],
                message: concat!($what $(, ": " $(, $why, "; ")?, $instead)?),
            },
        )*];
    };
}
use rules;
