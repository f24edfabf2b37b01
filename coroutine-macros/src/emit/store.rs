//! Writing the state that a transition ends in. What lies in place stays there: then nothing, or the place to wait alone, is
//! written.

use super::flow::Flow;
use super::state::{Own, braced};
use super::{Emitter, hidden};
use crate::ir::{BlockId, Local};
use crate::storage::Taken;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

impl Emitter<'_> {
    /// `Grep::Line { pattern }` of locals that are all variables.
    pub(super) fn build(&self, own: Own<'_>, span: Option<Span>) -> TokenStream {
        self.whole(own, |part| self.initialized(part, |_| false, span))
    }

    /// `{ iter, sum: *sum }`. Mistakes about what is stored are the suspension's.
    fn initialized(
        &self,
        part: &[Local],
        lies: impl Fn(Local) -> bool,
        span: Option<Span>,
    ) -> TokenStream {
        let fields: Vec<TokenStream> = part
            .iter()
            .map(|&local| {
                let mut name = self.body.locals[local].ident.clone();
                if let Some(span) = span {
                    name.set_span(span.resolved_at(name.span()));
                }
                if lies(local) { quote!(#name: *#name) } else { quote!(#name) }
            })
            .collect();
        braced(&fields, false)
    }
}

impl Flow<'_, '_> {
    /// The locals that are written where control goes from a block to another state.
    pub(super) fn put(&self, block: BlockId, state: &Ident, saved: &[Local]) -> Vec<Local> {
        let payload = self.emitter.layout.shape.payload(saved);
        match self.taken {
            Taken::Whole => saved.to_vec(),
            Taken::Nothing if self.stays(block, state, &payload) => Vec::new(),
            Taken::Payload | Taken::Nothing => payload,
        }
    }

    /// Whether the state is the one that is there already.
    fn stays(&self, block: BlockId, state: &Ident, payload: &[Local]) -> bool {
        self.taken == Taken::Nothing
            && *self.own.state == *state
            && payload.iter().all(|local| self.lies(block, *local))
    }

    /// `*at = At::Byte { iter, sum };`
    pub(super) fn store(
        &self,
        block: BlockId,
        state: &Ident,
        saved: &[Local],
        span: Span,
    ) -> TokenStream {
        let (emitter, shape) = (self.emitter, &self.emitter.layout.shape);
        let payload = shape.payload(saved);
        if self.stays(block, state, &payload) {
            return TokenStream::new();
        }
        let (place, value) = if self.taken == Taken::Whole {
            let target = Own { state, saved, is_start: false };
            (hidden("state"), emitter.build(target, Some(span)))
        } else {
            let lies = |local: Local| self.lies(block, local);
            let fields = emitter.initialized(&payload, lies, Some(span));
            let variant = emitter.place(state);
            let place = if shape.is_nested() { shape.field.clone() } else { hidden("state") };
            (place, quote!(#variant #fields))
        };
        // What cannot be stored is reported where it would have to be.
        quote_spanned!(span.resolved_at(Span::mixed_site())=> *#place = #value;)
    }
}
