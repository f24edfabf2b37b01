//! emit: prints the machine. Every decision has been made before.
//!
//! `machine` the enum · `tie` the functions that give the transitions their types · `transition` the closures ·
//! `again` the borrows that are taken again · `flow` one segment as nested blocks and loops · `part` where more of the state is taken out ·
//! `in_place` the user's code on what lies in the state · `store` the next state · `rebind` bindings that come around again · `rewrite` the jumps in the
//! user's statements · `close` the handlers · `feed` whole slices · `derive` other traits · `snapshot` serde's

mod again;
mod close;
mod derive;
mod feed;
mod flow;
mod hold;
mod in_place;
mod machine;
mod part;
mod rebind;
mod rewrite;
mod signature;
mod snapshot;
mod state;
mod store;
mod tie;
mod transition;

pub(crate) use signature::stub;

use crate::ir::{BlockId, Body, Local, LocalSet};
use crate::parse::Consumer;
use crate::storage::Layout;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::collections::BTreeSet;
use tie::Tie;

/// What all parts of the output refer to.
struct Emitter<'a> {
    consumer: &'a Consumer,
    body: &'a Body,
    layout: &'a Layout,
    tie: Tie,
    /// The locals that are changed or given a value in more than one transition.
    spread: BTreeSet<Local>,
    /// Those that some transition gives a new value where the source binds them.
    rebound: LocalSet,
}

impl<'a> Emitter<'a> {
    fn new(consumer: &'a Consumer, body: &'a Body, layout: &'a Layout) -> Self {
        let (spread, rebound) = (spread(body, layout), rebound(body, layout));
        Emitter { consumer, body, layout, tie: Tie::new(consumer), spread, rebound }
    }
}

pub(crate) fn emit(consumer: &Consumer, body: &Body, layout: &Layout) -> TokenStream {
    let emitter = Emitter::new(consumer, body, layout);
    let signature = signature::signature(consumer);
    let (machine, debug) = (emitter.machine(), emitter.debug());
    let (save, load) = (emitter.save(), emitter.load());
    let (tie, feed_tie) = (emitter.tie(), emitter.feed_tie());
    let items = &body.items;
    let imports = signature::imports(consumer);
    let this = consumer.this.as_ref().map(|this| {
        let (name, receiver) = (&this.ident, this.receiver.self_token);
        quote!(let #name = #receiver;)
    });
    let transitions = emitter.transitions();
    let allow = body
        .may_diverge
        .then(|| quote!(#[allow(unreachable_code, clippy::diverging_sub_expression)]));
    quote! {
        #allow
        #signature {
            #(#items)*
            #machine
            #debug
            #save
            #load
            #tie
            #feed_tie
            #imports
            #this
            #transitions
        }
    }
}

/// Stored locals, and those that a transition declares anew.
fn spread(body: &Body, layout: &Layout) -> BTreeSet<Local> {
    let mut spread: BTreeSet<Local> = layout.params.keys().copied().collect();
    for root in roots(body, layout).chain([body.entry]) {
        let segment = layout.partition.segment(body, root);
        spread.extend(segment.blocks().iter().flat_map(|block| segment.declared_at(*block)));
    }
    let borrowed = body.locals.indices().filter(|local| body.taken_again(*local).is_some());
    spread.extend(borrowed);
    spread
}

fn rebound(body: &Body, layout: &Layout) -> LocalSet {
    let mut rebound = LocalSet::empty(&body.locals);
    for root in roots(body, layout) {
        rebound.union(layout.partition.segment(body, root).rebound());
    }
    rebound
}

/// The blocks that transitions start with, but for the first.
fn roots(body: &Body, layout: &Layout) -> impl Iterator<Item = BlockId> {
    let resumes = layout.states.iter().map(|(suspension, _)| body.suspensions[*suspension].resume);
    resumes.chain(layout.joins.iter().map(|join| join.block))
}

/// A name of ours that no name of the user's can be confused with.
fn hidden(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}
