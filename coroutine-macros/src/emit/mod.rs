//! emit: prints the machine. Every decision has been made before.
//!
//! `inferred` and `named` the two kinds of machine · `machine` the enum · `tie` the functions that give the transitions their types · `transition` what runs ·
//! `again` the borrows that are taken again · `flow` one segment as nested blocks and loops · `branch` its `if`s and `match`es · `part` where more of the state is taken out ·
//! `in_place` the user's code on what lies in the state · `store` the next state · `labels` what jumps are called · `shared` what branches end with · `rebind` bindings that come around again · `rewrite` the jumps in the
//! user's statements · `close` the handlers · `feed` whole slices · `derive` other traits · `snapshot` serde's ·
//! `as_written` the body of one that has an error, with `words` of its own

mod again;
mod arms;
mod as_written;
mod branch;
mod close;
mod derive;
mod feed;
mod flow;
mod handler;
mod hold;
mod in_place;
mod inferred;
mod labels;
mod machine;
mod named;
mod part;
mod rebind;
mod rewrite;
mod shared;
mod signature;
mod snapshot;
mod state;
mod store;
mod suspend;
mod tie;
mod tied;
mod transition;
mod typing;
mod unused;
mod words;

pub(crate) use named::levels;
pub(crate) use signature::stub;

use crate::compile::Compiled;
use crate::diagram::Graph;
use crate::for_rustc::LooksFor;
use crate::ir::{BlockId, Body, Local, LocalSet};
use crate::names::Names;
use crate::parse::Consumer;
use crate::storage::Layout;
use crate::typing::Typing;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::collections::BTreeSet;
use tie::Tie;

/// What all parts of the output refer to.
struct Emitter<'a> {
    consumer: &'a Consumer,
    body: &'a Body,
    layout: &'a Layout,
    /// For the documentation.
    names: &'a Names,
    graph: &'a Graph,
    tie: Tie,
    /// The locals that are changed or given a value in more than one transition.
    spread: BTreeSet<Local>,
    /// Those that some transition gives a new value where the source binds them.
    rebound: LocalSet,
    for_rustc: Option<LooksFor>,
    /// The locals that take their type from the body as written.
    typing: Option<&'a Typing>,
}

impl<'a> Emitter<'a> {
    fn new(
        consumer: &'a Consumer,
        body: &'a Body,
        layout: &'a Layout,
        names: &'a Names,
        graph: &'a Graph,
    ) -> Self {
        let (spread, rebound) = (spread(body, layout), rebound(body, layout));
        let tie = Tie::new(consumer);
        let (for_rustc, typing) = (None, None);
        Emitter { consumer, body, layout, names, graph, tie, spread, rebound, for_rustc, typing }
    }
}

/// What a consumer becomes.
pub(crate) struct Emitted {
    /// The function.
    pub(crate) function: TokenStream,
    /// What has to stand beside it: the type of a machine that has a name.
    pub(crate) beside: TokenStream,
}

pub(crate) fn emit(compiled: &Compiled) -> Emitted {
    let Compiled { consumer, body, layout, types, names, for_rustc, typing, graph } = compiled;
    let (for_rustc, typing) = (*for_rustc, typing.as_ref());
    let emitter =
        Emitter { for_rustc, typing, ..Emitter::new(consumer, body, layout, names, graph) };
    let Emitted { function, beside } = match (&consumer.name, types) {
        (Some(name), Some(types)) => emitter.named(name, types),
        _ => Emitted { function: emitter.inferred(), beside: TokenStream::new() },
    };
    let printed = |tokens| names.printed(body, labels::named(body, tokens));
    Emitted { function: printed(function), beside: printed(beside) }
}

impl Emitter<'_> {
    /// What some function of the expansion has to be allowed.
    fn allow(&self) -> Option<TokenStream> {
        let diverges = self.body.may_diverge;
        diverges.then(|| quote!(#[allow(unreachable_code, clippy::diverging_sub_expression)]))
    }

    /// The body as a plain function, if rustc is to look at it too.
    fn for_rustc(&self) -> Option<TokenStream> {
        self.for_rustc.map(|looks_for| {
            let as_written = as_written::as_written(self.consumer);
            let quiet = (looks_for == LooksFor::Errors).then(as_written::quiet);
            quote! {
                #quiet
                if ::coroutine_runtime::__private::as_written::__is_closing() {
                    #as_written
                    ::core::unreachable!()
                }
            }
        })
    }

    /// What the function's documentation ends with.
    fn docs_of_function(&self) -> TokenStream {
        let is_docs = |meta: &syn::Meta| matches!(meta, syn::Meta::NameValue(meta) if meta.path.is_ident("doc"));
        let is_documented = self.consumer.attrs.iter().any(|attr| is_docs(&attr.meta));
        self.graph.docs(is_documented)
    }

    /// The traits whose methods the code calls.
    fn traits(&self) -> TokenStream {
        let delegate = self.body.delegates.then(|| {
            quote!(
                use ::coroutine_runtime::__private::Delegate as _;
            )
        });
        // One of them, or none if each is `Copy`.
        let is_held = |local: &Local| self.layout.stores(*local);
        let is_any = self.body.ends_early || self.body.left.iter().any(is_held);
        let is_left = |local: &Local| self.body.left.contains(local);
        let settles = self.body.captures.iter().any(is_left) || self.body.ends_early;
        let traits = ["LeftQuiet", "LeftWhole", "SettledQuiet", "SettledWhole"];
        let traits = traits.into_iter().take(if settles { 4 } else { 2 }).map(hidden);
        let held = is_any.then(|| {
            quote! {
                #[allow(unused_imports)]
                use ::coroutine_runtime::__private::{#(#traits as _),*};
            }
        });
        quote!(#delegate #held)
    }
}

/// Stored locals, and those that a transition declares anew.
fn spread(body: &Body, layout: &Layout) -> BTreeSet<Local> {
    let mut spread: BTreeSet<Local> = layout.stored();
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
