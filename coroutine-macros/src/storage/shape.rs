//! How the states lie. Locals that are alive at every `recv!()`, and come into scope before the first, are stored once; an
//! enum beside them says which `recv!()` waits, with the locals that only it needs. So a transition from one to another
//! leaves the former where they are.

use super::segment::Facts;
use crate::ir::{BlockId, Body, Local, LocalSet};
use crate::parse::Consumer;
use proc_macro2::{Ident, Span};
use std::collections::BTreeSet;

#[derive(Clone)]
pub(crate) struct Shape {
    /// Stored once, in the order of their declaration. If there are none, each state is a variant of the machine.
    pub(crate) common: Vec<Local>,
    /// The enum of the places to wait.
    pub(crate) at: Ident,
    /// The field that holds it.
    pub(crate) field: Ident,
    /// The variant that holds the common locals.
    pub(crate) waiting: Ident,
    /// Stands where the locals of one place have been taken from. Printed only if no place to wait can stand for it.
    pub(crate) vacant: Ident,
    pub(crate) has_vacant: bool,
}

/// What one state holds.
pub(super) struct Held<'l> {
    pub(super) state: &'l Ident,
    pub(super) saved: &'l [Local],
}

impl Shape {
    pub(super) fn new(
        consumer: &Consumer,
        body: &Body,
        facts: &Facts,
        states: &[Held<'_>],
        resumes: &[BlockId],
    ) -> Self {
        let common = common(body, facts, states, resumes);
        let holds_more = |held: &Held<'_>| held.saved.len() > common.len();
        let nested = states.len() > 1 || states.iter().any(holds_more);
        let common = if nested { common } else { Vec::new() };
        let free = states.iter().find(|held| held.saved.len() == common.len());
        let taken: Vec<String> = states.iter().map(|held| held.state.to_string()).collect();
        let vacant = free.map_or_else(
            || {
                let name =
                    crate::naming::unused("Taken", |name| taken.iter().any(|state| state == name));
                consumer.unused(&name)
            },
            |held| held.state.clone(),
        );
        let named = |name: &str| common.iter().any(|local| body.locals[*local].base() == name);
        let field = Ident::new(&crate::naming::unused("at", named), Span::mixed_site());
        Shape {
            common,
            field,
            at: match &consumer.name {
                Some(name) => consumer.unused(&format!("{}At", crate::naming::bare(name))),
                None => consumer.unused("At"),
            },
            waiting: consumer.unused("Waiting"),
            vacant,
            has_vacant: free.is_none(),
        }
    }

    /// Whether the locals of all states lie beside the place to wait.
    pub(crate) fn is_nested(&self) -> bool {
        !self.common.is_empty()
    }

    pub(crate) fn is_common(&self, local: Local) -> bool {
        self.common.contains(&local)
    }

    /// What is stored with the place to wait.
    pub(crate) fn payload(&self, saved: &[Local]) -> Vec<Local> {
        saved.iter().copied().filter(|local| !self.is_common(*local)).collect()
    }
}

fn common(body: &Body, facts: &Facts, states: &[Held<'_>], resumes: &[BlockId]) -> Vec<Local> {
    let Some((first, rest)) = states.split_first() else { return Vec::new() };
    // What comes into scope behind a `recv!()` is not what lay there before, unless every transition that binds it assigns to
    // what it has restored.
    let next = |block: BlockId| body.blocks[block].terminator.successors();
    let received = body.reverse_postorder(resumes.iter().copied(), next);
    let assigned = super::rebound::find(body, &received, &LocalSet::all(&body.locals));
    let mut fresh: BTreeSet<Local> = BTreeSet::new();
    for &root in resumes {
        let region = body.reverse_postorder([root], next);
        let pieces = region.iter().flat_map(|block| body.blocks[*block].pieces(body));
        let bound = pieces.flat_map(|effects| effects.binds.iter().chain(&effects.declares));
        let lies =
            |local: &&Local| assigned.contains(**local) && facts.carried[root].contains(**local);
        fresh.extend(bound.filter(|local| !lies(local)));
    }
    let everywhere = |local: &Local| {
        !fresh.contains(local) && rest.iter().all(|held| held.saved.contains(local))
    };
    let mut common: Vec<Local> = first.saved.iter().copied().filter(everywhere).collect();
    // Where all is dropped at once, the place to wait and what it holds goes first, since it is newer.
    let may_drop = |local: &Local| !body.locals[*local].plain;
    let oldest = states
        .iter()
        .flat_map(|held| held.saved)
        .filter(|local| may_drop(local) && !common.contains(local))
        .map(|local| body.locals[*local].rank)
        .min();
    if let Some(oldest) = oldest {
        common.retain(|local| !may_drop(local) || body.locals[*local].rank < oldest);
    }
    common
}
