//! What has to be kept of a local that is held for its drop alone.

use super::{Body, Local};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;

impl Body {
    /// `Held::of(&local).left(local)`: what has to be kept of a local that is held for its drop alone.
    pub(crate) fn left_of(&self, local: Local, name: &Ident, span: Span) -> TokenStream {
        let method = if self.captures.contains(&local) { "settled" } else { "left" };
        let method = Ident::new(method, span);
        quote_spanned!(span=> ::coroutine_runtime::__private::Held::of(&#name).#method(#name))
    }
}
