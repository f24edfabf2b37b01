//! Where the passes report the user's mistakes: all of a function's independent errors come out at once.

use crate::catalogue::Mistake;
use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// Collects errors; a pass that finds one reports it here and goes on.
#[derive(Default)]
pub(crate) struct Errors {
    reported: Option<syn::Error>,
    says_all: bool,
    /// What is left to rustc.
    left: Vec<String>,
}

impl Errors {
    /// Reports a mistake at the tokens of `at`.
    pub(crate) fn at(&mut self, at: impl ToTokens, mistake: Mistake) {
        self.push(mistake.at(at));
    }

    /// Reports a mistake at one span.
    pub(crate) fn spanned(&mut self, span: Span, mistake: Mistake) {
        self.push(mistake.spanned(span));
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        match &mut self.reported {
            Some(errors) => errors.combine(error),
            none => *none = Some(error),
        }
    }

    /// Reports what rustc would say once more, and in other words, of a body that is no function of its own.
    pub(crate) fn instead_of_rustc(&mut self, at: impl ToTokens, mistake: Mistake) {
        self.says_all = true;
        self.at(at, mistake);
    }

    /// What rustc says of the body as written, at the same place and in its own words. If it has nothing to say of it, the program does not build: see
    /// [`Self::left`].
    pub(crate) fn left_to_rustc(&mut self, mistake: String) {
        self.left.push(mistake);
    }

    /// What the program must not be built with.
    pub(crate) fn left(&self) -> &[String] {
        &self.left
    }

    /// Whether rustc is not to look for more.
    pub(crate) fn says_all(&self) -> bool {
        self.says_all
    }

    /// What another pass has found.
    pub(crate) fn append(&mut self, found: Errors) {
        self.says_all |= found.says_all;
        self.left.extend(found.left);
        if let Some(found) = found.reported {
            self.push(found);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.reported.is_none() && self.left.is_empty()
    }

    /// The `compile_error!`s, one for each report.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.reported.map_or_else(TokenStream::new, syn::Error::into_compile_error)
    }
}
