//! Taking a state apart: which of its locals the code behind it names, and how the others are held.

use super::Emitter;
use crate::ir::{BlockId, Effects, Local, Suspension, Terminator};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use std::collections::BTreeSet;

impl Emitter<'_> {
    /// `Grep::Line { mut pattern, guard: _guard }`: what the code of the segment names under its name, what is held
    /// only to be dropped under one that no lint minds.
    pub(super) fn pattern(&self, state: &Ident, saved: &[Local], root: BlockId) -> TokenStream {
        let machine = &self.layout.machine;
        if saved.is_empty() {
            return quote!(#machine::#state);
        }
        let named = self.named_in(root);
        let fields = saved.iter().map(|local| {
            let (name, binding) = (&self.body.locals[*local].ident, self.binding(*local, &named));
            if named.contains(local) { binding } else { quote!(#name: #binding) }
        });
        quote!(#machine::#state { #(#fields),* })
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
            Ident::new(
                &format!("_{}", name.to_string().trim_start_matches("r#")),
                Span::mixed_site(),
            )
        }
    }

    /// The locals that the code of a segment mentions, or stores.
    pub(super) fn named_in(&self, root: BlockId) -> BTreeSet<Local> {
        let segment = self.layout.partition.segment(self.body, root);
        let mut named: BTreeSet<Local> = BTreeSet::new();
        for local in self.layout.partition.borrowed(root) {
            named.extend(self.needed_for(*local));
        }
        for &block in segment.blocks() {
            let data = &self.body.blocks[block];
            let mut here: BTreeSet<Local> =
                data.pieces(self.body).into_iter().flat_map(Effects::mentions).collect();
            if let Terminator::Suspend(suspension) = data.terminator {
                here.extend(self.saved(suspension));
            }
            for next in data.terminator.successors() {
                here.extend(self.layout.join(next).into_iter().flat_map(|join| &join.saved));
            }
            named.extend(here.into_iter().filter(|local| !segment.is_bound_above(block, *local)));
        }
        named
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
        self.body.locals[local]
            .mutable
            .then(|| Ident::new("mut", Span::mixed_site()).to_token_stream())
    }

    pub(super) fn is_stored(&self, name: &Ident) -> bool {
        self.spread.iter().any(|local| self.body.locals[*local].ident == *name)
    }
}
