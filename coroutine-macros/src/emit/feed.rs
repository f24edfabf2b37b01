//! `batch`: whole slices of inputs in one go. Each loop that waits is a loop here too, with its locals out of the state, until
//! the inputs end.

use super::flow::Flow;
use super::part::Footing;
use super::state::Own;
use super::transition::Transition;
use super::{Emitter, hidden};
use crate::ir::{BlockId, Suspension};
use crate::storage::{Native, Taken};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use std::collections::BTreeMap;
use syn::Lifetime;

impl Emitter<'_> {
    /// `let feed = feed(&start, |state, rest| 'feed: loop { match state { … } });`, if that is asked for.
    pub(super) fn feed(&self) -> Option<TokenStream> {
        if !self.has_feed() {
            return None;
        }
        let tie = self.tied(&self.layout.feed_tie);
        let (start, feed) = (hidden("start"), hidden("feed"));
        let (place, rest, run) = (hidden("state"), hidden("rest"), feed_label());
        let one = self.feeds_one().then(|| {
            let input = crate::ir::input();
            if self.layout.partition.merged {
                let resume = hidden("resume");
                quote!(#resume(#place, ::core::option::Option::Some(#input)))
            } else {
                let receive = hidden("receive");
                quote!(#receive(#place, #input))
            }
        });
        let arms = self.feed_arms(one.as_ref());
        let by_move = one.as_ref().map(|_| quote!(move)).or_else(|| self.moves(&arms));
        Some(quote! {
            let #feed = #tie(&#start, #by_move |#place, #rest| #run: loop {
                match #place { #arms }
            });
        })
    }

    /// Whether there is a loop to run over a slice. Where there is none, the inputs are received one by one in any case.
    pub(super) fn has_feed(&self) -> bool {
        self.consumer.batch.is_some() && !self.layout.natives.is_empty()
    }

    /// Whether there is a place from where single inputs are taken, as `send` does.
    pub(super) fn feeds_one(&self) -> bool {
        self.layout.natives.len() != self.layout.states.len()
    }

    /// The arms of the `match` on the state; `one` receives a single input.
    pub(super) fn feed_arms(&self, one: Option<&TokenStream>) -> TokenStream {
        let arms = self.layout.natives.iter().map(|native| self.native(native));
        let one = match one {
            None => quote!(return ::core::option::Option::None),
            Some(receive) => feed_one(receive),
        };
        quote! {
            #(#arms)*
            _ => #one,
        }
    }

    /// From one wait on: as long as the loop goes that it is the first of, or to the next wait.
    fn native(&self, native: &Native) -> TokenStream {
        let Native { suspension, root, body, layout } = native;
        let point = &body.suspensions[*suspension];
        let emitter = Emitter::new(self.consumer, body, layout, self.names, self.graph);
        let mut emitter = Emitter { typing: self.typing, ..emitter };
        let saved = layout.saved(point.block);
        let own = Own { state: &point.state, saved, is_start: false };
        let segment = layout.partition.segment(body, *root);
        emitter.rebound.union(segment.rebound());
        let takes = BTreeMap::new();
        let footing = Footing {
            transition: Transition::Feed,
            own,
            taken: Taken::Whole,
            takes: &takes,
            restored: saved.to_vec(),
            is_first: false,
            in_loop: true,
        };
        let flow = Flow::new(&emitter, &segment, footing);
        let take = emitter.take(own, saved, &flow.named, Taken::Whole);
        let code = flow.code(false);
        let pattern = self.waiting_at(own);
        quote!(#pattern => { #take #code })
    }
}

/// Takes one input as `send` does.
fn feed_one(receive: &TokenStream) -> TokenStream {
    let (rest, input, output) = (hidden("rest"), crate::ir::input(), hidden("output"));
    quote! {{
        let &#input = ::core::iter::Iterator::next(#rest)?;
        match #receive {
            ::coroutine_runtime::Step::Yielded(()) => {}
            ::coroutine_runtime::Step::Complete { #output } => {
                return ::core::option::Option::Some(#output);
            }
            ::coroutine_runtime::Step::Finished => return ::core::option::Option::None,
        }
    }}
}

/// The loop around the states.
pub(super) fn feed_label() -> Lifetime {
    Lifetime::new("'feed", Span::mixed_site())
}

impl Flow<'_, '_> {
    /// `let Some(&input) = rest.next() else { … };`
    pub(super) fn receive(&self, block: BlockId, suspension: Suspension) -> TokenStream {
        let emitter = self.emitter;
        let point = &emitter.body.suspensions[suspension];
        let (rest, mut input) = (hidden("rest"), crate::ir::input());
        input.set_span(point.span.resolved_at(input.span()));
        let store = self.store(block, &point.state, emitter.saved(suspension), point.span);
        let reply = point.reply.as_ref().map(|reply| {
            let reply = self.rewritten(block, reply, &point.effects, &[]);
            quote!(let () = #reply;)
        });
        quote! {
            #reply
            let ::core::option::Option::Some(&#input) = ::core::iter::Iterator::next(#rest) else {
                #store
                return ::core::option::Option::None;
            };
        }
    }
}
