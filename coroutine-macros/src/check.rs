//! check: what the graph shows to be wrong or not possible, before any code is made of it.

use crate::catalogue;
use crate::diagnostics::Errors;
use crate::ir::{Body, Borrow, Local, Once, Origin, Suspension};
use crate::liveness::{Analysis, Undecided};
use crate::markers;
use crate::parse::Consumer;
use crate::storage::Layout;
use crate::types::Types;
use std::collections::BTreeSet;

/// After this point, if `errors` is empty, every suspension can keep what it has to.
pub(crate) fn check(
    consumer: &Consumer,
    body: &Body,
    analysis: &Analysis,
    undecided: &[Undecided],
    errors: &mut Errors,
) {
    if body.suspensions.len() == 0 && errors.is_empty() {
        match markers::called(&consumer.body) {
            Some(name) => errors.instead_of_rustc(name, catalogue::wait_without_exclamation(name)),
            None => errors.at(&consumer.ident, catalogue::body_never_waits()),
        }
    }
    for undecided in undecided {
        let name = body.locals[undecided.local].base();
        errors.spanned(undecided.span, catalogue::moved_on_some_ways(name));
    }
    for (suspension, point) in body.suspensions.iter() {
        if !analysis.order.contains(&point.block) {
            continue;
        }
        handlers(body, analysis, suspension, errors);
        borrows(body, analysis, suspension, errors);
        inputs(consumer, body, analysis, suspension, errors);
    }
}

/// A machine with a name says the types of what it stores.
pub(crate) fn types(body: &Body, layout: &Layout, types: &Types, errors: &mut Errors) {
    let is_stored = |other: Local| layout.stores(other);
    let follows = |local: Local| types.follows(body, local, &is_stored);
    untyped_where(body, layout, types, &|local| !follows(local), errors);
    if errors.is_empty() {
        untyped_where(body, layout, types, &|_| true, errors);
    }
}

/// Reports those that are wanted, each where it is kept first.
fn untyped_where(
    body: &Body,
    layout: &Layout,
    types: &Types,
    is_wanted: &dyn Fn(Local) -> bool,
    errors: &mut Errors,
) {
    let mut seen = BTreeSet::new();
    let first = body.suspensions.indices().next();
    let waiting = layout.states.iter().map(|(suspension, saved)| (Some(*suspension), saved));
    let passing = layout.joins.iter().map(|join| (first, &join.saved));
    // A parameter of type `_`.
    let starting = std::iter::once((first, &layout.start));
    for (suspension, saved) in waiting.chain(passing).chain(starting) {
        let Some(suspension) = suspension else { continue };
        for &local in saved {
            if layout.params.contains_key(&local)
                && types.of(local).is_none()
                && is_wanted(local)
                && seen.insert(local)
            {
                untyped(body, local, suspension, types, errors);
            }
        }
    }
}

fn untyped(body: &Body, local: Local, suspension: Suspension, types: &Types, errors: &mut Errors) {
    let (decl, point) = (&body.locals[local], &body.suspensions[suspension]);
    let value = || types.value(local).unwrap_or(point.span);
    let (what, how, span) = match decl.origin {
        Origin::Written => {
            let name = decl.written();
            let how = format!("write it, as in `let {name}: Type = …`");
            (format!("`{name}`"), how, decl.ident.span())
        }
        Origin::Value => {
            let how = "bind it to a local with its type before, `let x: Type = …;`";
            ("this value".to_owned(), how.to_owned(), value())
        }
        Origin::Inner => {
            let how = "bind it with its type before, `let inner: Primed<Name> = ….prime();`, and delegate to that";
            ("this consumer".to_owned(), how.to_owned(), decl.ident.span())
        }
    };
    errors.spanned(span, catalogue::type_not_seen(what, &point.source, how));
}

/// What a handler reads has its value at every `recv!()` it guards.
fn handlers(body: &Body, analysis: &Analysis, suspension: Suspension, errors: &mut Errors) {
    let point = &body.suspensions[suspension];
    let state = analysis.init.at_end(body, point.block);
    for handler in body.handlers(suspension) {
        let missing = handler.effects.reads.iter().filter(|local| !state.given.contains(**local));
        let missing: Vec<String> =
            missing.map(|local| format!("`{}`", body.locals[*local].base())).collect();
        let has = match missing.len() {
            0 => continue,
            1 => "which has no value",
            _ => "which have no value",
        };
        let error = catalogue::handler_uses_later_local(missing.join(" and "), has);
        errors.spanned(point.span, error);
    }
}

/// A borrow of a local is not kept beside the local itself.
fn borrows(body: &Body, analysis: &Analysis, suspension: Suspension, errors: &mut Errors) {
    let saved = &analysis.saved[suspension];
    let live = analysis.live.at(body, suspension);
    for &local in saved {
        let Some(borrow) = body.locals[local].borrow.filter(|_| live.contains(local)) else {
            continue;
        };
        let Borrow { owner, span, again: Err(why), .. } = body.borrows[borrow] else { continue };
        let held = saved.contains(&owner) || body.taken_again(owner).is_some();
        if held || body.locals[owner].owned || body.locals[owner].number {
            let owner = body.locals[owner].base();
            let error = match why {
                Once::Changes => catalogue::borrow_held_by_local(owner),
                Once::Closure => catalogue::borrow_held_by_closure(owner),
                Once::Assigning => catalogue::borrow_held_by_assigning_closure(owner),
                Once::Adapter => catalogue::borrow_held_by_loop(owner),
            };
            errors.spanned(span, error);
        }
    }
}

/// A borrowed input ends with its own send.
fn inputs(
    consumer: &Consumer,
    body: &Body,
    analysis: &Analysis,
    suspension: Suspension,
    errors: &mut Errors,
) {
    let is_borrow = matches!(consumer.input.ty, syn::Type::Reference(_)) && consumer.input.lends();
    let live = analysis.live.at(body, suspension);
    for &local in analysis.saved[suspension].iter().filter(|local| live.contains(**local)) {
        if is_borrow && body.locals[local].input {
            let decl = &body.locals[local];
            let kept = match decl.origin {
                Origin::Value => "what this loop goes over".to_owned(),
                Origin::Written | Origin::Inner => format!("`{}`", decl.base()),
            };
            errors.spanned(body.suspensions[suspension].span, catalogue::input_held(kept));
        }
    }
}
