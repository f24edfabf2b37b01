//! Taking a state apart and putting one together: which of its locals the code names, and how the others are held.

use super::{Emitter, hidden};
use crate::ir::{Local, Suspension};
use crate::storage::Taken;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::collections::BTreeSet;

/// The state that a transition starts from.
#[derive(Clone, Copy)]
pub(super) struct Own<'e> {
    pub(super) state: &'e Ident,
    pub(super) saved: &'e [Local],
    /// Nothing has run yet: the parameters.
    pub(super) is_start: bool,
}

impl Emitter<'_> {
    /// `Grep::Line`, or `At::Line` where the place to wait stands beside the locals of all.
    pub(super) fn place(&self, state: &Ident) -> TokenStream {
        let of = if self.layout.shape.is_nested() {
            &self.layout.shape.at
        } else {
            &self.layout.machine
        };
        quote!(#of::#state)
    }

    /// `Frames::Waiting { at: At::Byte { .. }, .. }`: the state, whatever it holds.
    pub(super) fn waiting_at(&self, own: Own<'_>) -> TokenStream {
        let (shape, machine) = (&self.layout.shape, &self.layout.machine);
        let variant = self.place(own.state);
        let fields = (!shape.payload(own.saved).is_empty()).then(|| quote!({ .. }));
        if !shape.is_nested() {
            return quote!(#variant #fields);
        }
        let (waiting, field) = (&shape.waiting, &shape.field);
        quote!(#machine::#waiting { #field: #variant #fields, .. })
    }

    /// `mut pattern`, or `guard: _guard`: what the code names stands under its name, what is held only to be dropped under
    /// one that no lint minds.
    pub(super) fn field(&self, local: Local, named: &BTreeSet<Local>) -> TokenStream {
        let (name, binding) = (&self.body.locals[local].ident, self.binding(local, named));
        if named.contains(&local) { binding } else { quote!(#name: #binding) }
    }

    /// Whether a pattern that takes a local out binds it: it is named, or has to be dropped.
    pub(super) fn is_bound(&self, local: Local, named: &BTreeSet<Local>) -> bool {
        named.contains(&local) || !self.body.locals[local].plain
    }

    /// `Frames::Waiting { buf, at: At::Byte { sum } }`, or `Grep::Line { pattern }`, with what `fields` makes of each part.
    pub(super) fn whole(
        &self,
        own: Own<'_>,
        fields: impl Fn(&[Local]) -> TokenStream,
    ) -> TokenStream {
        let (shape, machine) = (&self.layout.shape, &self.layout.machine);
        let state = own.state;
        if !shape.is_nested() || own.is_start {
            let inner = fields(own.saved);
            return quote!(#machine::#state #inner);
        }
        let (place, inner) = (self.place(state), fields(&shape.payload(own.saved)));
        let (waiting, field) = (&shape.waiting, &shape.field);
        let common = match fields(&shape.common).into_iter().next() {
            Some(TokenTree::Group(group)) => group.stream(),
            _ => TokenStream::new(),
        };
        // Oldest first: what a pattern binds last is dropped first. The dots, if any, go to the end.
        let (common, dots) = without_dots(common);
        let common = (!common.is_empty()).then(|| quote!(#common));
        quote!(#machine::#waiting { #common #field: #place #inner #dots })
    }

    /// `let At::Byte { mut sum } = ::core::mem::replace(at, At::Len) else { … };`, if any of `restored` is bound.
    pub(super) fn take(
        &self,
        own: Own<'_>,
        restored: &[Local],
        named: &BTreeSet<Local>,
        taken: Taken,
    ) -> TokenStream {
        let Some(pattern) = self.taken(own, restored, named, taken) else {
            return TokenStream::new();
        };
        let (lies, left) = match taken {
            Taken::Nothing => return TokenStream::new(),
            Taken::Payload => {
                (self.layout.shape.field.clone(), self.place(&self.layout.shape.vacant))
            }
            Taken::Whole => {
                let machine = &self.layout.machine;
                (hidden("state"), quote!(#machine::Done))
            }
        };
        quote! {
            let #pattern = ::core::mem::replace(#lies, #left) else { ::core::unreachable!() };
        }
    }

    /// `At::Byte { mut sum }`, if any of `restored` is bound.
    pub(super) fn taken(
        &self,
        own: Own<'_>,
        restored: &[Local],
        named: &BTreeSet<Local>,
        taken: Taken,
    ) -> Option<TokenStream> {
        let bound: BTreeSet<Local> =
            restored.iter().copied().filter(|local| self.is_bound(*local, named)).collect();
        if bound.is_empty() {
            return None;
        }
        let fields = |part: &[Local]| {
            let fields: Vec<TokenStream> = part
                .iter()
                .filter(|local| bound.contains(local))
                .map(|local| self.field(*local, named))
                .collect();
            braced(&fields, fields.len() < part.len())
        };
        match taken {
            Taken::Nothing => None,
            Taken::Payload => {
                let place = self.place(own.state);
                let fields = fields(&self.layout.shape.payload(own.saved));
                Some(quote!(#place #fields))
            }
            Taken::Whole => Some(self.whole(own, fields)),
        }
    }

    /// `mut pattern`, or `_guard` for what no code mentions.
    pub(super) fn binding(&self, local: Local, named: &BTreeSet<Local>) -> TokenStream {
        let name = self.held_name(local, named);
        let mutability = named.contains(&local).then(|| self.mutability(local));
        let mutability = mutability.flatten();
        quote!(#mutability #name)
    }

    /// The name that a restored local is held under.
    pub(super) fn held_name(&self, local: Local, named: &BTreeSet<Local>) -> Ident {
        let name = &self.body.locals[local].ident;
        if named.contains(&local) {
            name.clone()
        } else {
            Ident::new(&format!("_{}", crate::naming::bare(name)), Span::mixed_site())
        }
    }

    /// What a borrow mentions when it is taken again.
    pub(super) fn needed_for(&self, local: Local) -> impl Iterator<Item = Local> {
        let borrow = self.body.taken_again(local);
        borrow.into_iter().flat_map(|borrow| self.body.borrows[borrow].needs.iter().copied())
    }

    pub(super) fn saved(&self, suspension: Suspension) -> &[Local] {
        self.layout.saved(self.body.suspensions[suspension].block)
    }

    /// A `mut` of ours: no lint asks whether this very transition needs it.
    pub(super) fn mutability(&self, local: Local) -> Option<TokenStream> {
        (self.body.locals[local].mutable || self.rebound.contains(local))
            .then(|| Ident::new("mut", Span::mixed_site()).to_token_stream())
    }

    pub(super) fn is_stored(&self, name: &Ident) -> bool {
        self.spread.iter().any(|local| self.body.locals[*local].ident == *name)
    }
}

/// `{ a, b, .. }`; nothing for no fields at all.
pub(super) fn braced(fields: &[TokenStream], more: bool) -> TokenStream {
    let dots = more.then(|| quote!(..));
    if fields.is_empty() && !more { TokenStream::new() } else { quote!({ #(#fields,)* #dots }) }
}

/// Fields with a comma behind each, and the `..` behind them.
fn without_dots(fields: TokenStream) -> (TokenStream, Option<TokenStream>) {
    let mut tokens: Vec<TokenTree> = fields.into_iter().collect();
    let dots = tokens.iter().rev().take_while(|token| is_dot(token)).count();
    tokens.truncate(tokens.len() - dots);
    (tokens.into_iter().collect(), (dots > 0).then(|| quote!(, ..)))
}

fn is_dot(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '.')
}
