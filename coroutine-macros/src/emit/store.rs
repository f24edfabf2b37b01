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
    /// In a state that stays the same, the locals that have come into scope anew, if they are all that is written.
    fn renewed(&self, block: BlockId, state: &Ident, payload: &[Local]) -> Option<Vec<Local>> {
        let body = self.emitter.body;
        let fresh: Vec<Local> =
            payload.iter().copied().filter(|local| !self.lies(block, *local)).collect();
        let stays = self.taken == Taken::Nothing && *self.own.state == *state;
        (stays
            && fresh.len() < payload.len()
            && fresh.iter().all(|local| body.locals[*local].plain))
        .then_some(fresh)
    }

    /// The locals that are written where control goes from a block to another state.
    pub(super) fn put(&self, block: BlockId, state: &Ident, saved: &[Local]) -> Vec<Local> {
        let payload = self.emitter.layout.shape.payload(saved);
        match self.taken {
            Taken::Whole => saved.to_vec(),
            Taken::Payload => payload,
            Taken::Nothing if self.stays(block, state, &payload) => Vec::new(),
            Taken::Nothing => self.renewed(block, state, &payload).unwrap_or(payload),
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
        if let Some(fresh) = self.renewed(block, state, &payload) {
            return self.renew(state, &fresh, fresh.len() < payload.len(), span);
        }
        let (place, value) = if self.taken == Taken::Whole {
            let target = Own { state, saved, is_start: false };
            (state_at(span), emitter.build(target, Some(span)))
        } else {
            let lies = |local: Local| self.lies(block, local);
            let fields = emitter.initialized(&payload, lies, Some(span));
            let variant = emitter.place(state);
            let mut place = if shape.is_nested() { shape.field.clone() } else { state_at(span) };
            place.set_span(span.resolved_at(place.span()));
            (place, quote!(#variant #fields))
        };
        let left = self.left(&self.put(block, state, saved), span);
        // What cannot be stored is reported where it would have to be.
        quote_spanned!(span.resolved_at(Span::mixed_site())=> #left *#place = #value;)
    }

    /// `let name = Held::of(&name).left(name);`: before the others, which it may borrow from, are moved.
    fn left(&self, written: &[Local], span: Span) -> TokenStream {
        let body = self.emitter.body;
        let left = written.iter().filter(|local| body.left.contains(local));
        let let_left = |local: &Local| {
            let mut name = body.locals[*local].ident.clone();
            name.set_span(span.resolved_at(name.span()));
            let span = span.resolved_at(Span::mixed_site());
            let left = body.left_of(*local, &name, span);
            quote_spanned!(span=> let #name = #left;)
        };
        left.map(let_left).collect()
    }

    /// `let At::Byte { byte: place, .. } = at else { … }; *place = byte;`: the rest of the state stays where it is.
    fn renew(&self, state: &Ident, fresh: &[Local], more: bool, span: Span) -> TokenStream {
        let (emitter, shape) = (self.emitter, &self.emitter.layout.shape);
        let names: Vec<&Ident> =
            fresh.iter().map(|local| &emitter.body.locals[*local].ident).collect();
        let places: Vec<Ident> = match names.as_slice() {
            [_] => vec![hidden("place")],
            names => (1..=names.len()).map(|number| hidden(&format!("place{number}"))).collect(),
        };
        let fields: Vec<TokenStream> =
            names.iter().zip(&places).map(|(name, place)| quote!(#name: #place)).collect();
        let (variant, fields) = (emitter.place(state), braced(&fields, more));
        let lies = if shape.is_nested() { shape.field.clone() } else { hidden("state") };
        let otherwise =
            emitter.layout.has_other_places().then(|| quote!(else { ::core::unreachable!() }));
        quote_spanned! {span.resolved_at(Span::mixed_site())=>
            let #variant #fields = #lies #otherwise;
            #(*#places = #names;)*
        }
    }
}

/// The state, where it is written at a suspension: what cannot be stored is said there, and nowhere else.
fn state_at(span: Span) -> Ident {
    Ident::new("state", span.resolved_at(Span::mixed_site()))
}
