//! typing: which locals take their type from the body as written.
//!
//! A transition sees a part of the body. rustc knows that its parts belong together by the parameters of the state enum: whatever is stored has
//! one type. Two things are left. A local that is given a value on several ways, and is stored on none or some of them only, is a variable of its own
//! on each way, with a type of its own: `let x = if recv!() > 0 { recv!() } else { 0 };` would be a `u8` and an `i32`. And rustc's work
//! grows with the third power of the parameters that it does not know yet.
//!
//! In both cases the body is printed once more, as it is written, where it never runs (`emit::typing`). There each local has the type that plain Rust gives it. A
//! [`Witness`](../../coroutine_runtime/__private/struct.Witness.html) carries that to the parameters, and to the variables of the transitions.
//!
//! The rule: the body is printed if
//!
//! 1. some local is *loose*: given a value at several places, and not stored by every transition that brings it into scope;
//! 2. or the states have more than [`MANY`] parameters that rustc has to infer;
//! 3. or an arm uses a local whose initializer leaves its type open before the arm that shows it (`ahead`);
//! 4. or there is code that no transition has, which may tell a type too.
//!
//! Else every transition shows the same types as the body. A local is not tied if its type may be one that each printing makes anew, as that of a
//! closure: it is inferred as if there were no such body.

mod ahead;
mod input;
mod loose;

use crate::for_rustc;
use crate::ir::{Body, Index as _, Local};
use crate::liveness::Analysis;
use crate::naming::Names;
use crate::parse::Consumer;
use crate::storage::{Layout, own_types};
use proc_macro2::{Ident, Span};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// So many parameters rustc infers in no time.
pub(crate) const MANY: usize = 10;

/// What is tied.
pub(crate) struct Typing {
    /// The name of what carries the type of each local that is tied.
    pub(crate) witnesses: BTreeMap<Local, Ident>,
    /// Those of them whose type is a parameter of the states.
    pub(crate) stored: BTreeSet<Local>,
    /// Those of them of which a transition has variables of its own.
    pub(crate) loose: BTreeSet<Local>,
}

/// `None` if every transition shows the types that the body does.
pub(crate) fn decide(
    consumer: &Consumer,
    body: &Body,
    analysis: &Analysis,
    layout: &Layout,
) -> Option<Typing> {
    let own = own_types(body, &analysis.order);
    let params = consumer.params.len();
    let is_param = |local: &Local| local.index() < params;
    let can_be_tied = |local: &Local| {
        let decl = &body.locals[*local];
        let has_one_type = !own.contains(*local)
            || loose::shows_type(body, &own, *local)
            || loose::joins_closures(body, *local);
        has_one_type && !decl.rest && (decl.typed_by.is_some() || is_param(local))
    };
    let mut loose: BTreeSet<Local> = loose::find(body, layout);
    loose.retain(can_be_tied);
    if !loose.is_empty() {
        let inputs = input::inputs(body, params, &consumer.input.ty);
        loose.retain(|local| !inputs.contains(*local));
    }
    // The types of a machine with a name are written.
    let inferred: Vec<Local> = if consumer.name.is_some() {
        Vec::new()
    } else {
        // What is left of a local may have another type.
        let is_whole = |local: &Local| !is_param(local) && !body.left.contains(local);
        let stored = layout.params.keys().copied().filter(is_whole);
        stored.filter(can_be_tied).collect()
    };
    let is_needed = !loose.is_empty()
        || inferred.len() > MANY
        || (!inferred.is_empty()
            && (ahead::is_any(body, layout) || for_rustc::has_dead_code(body, analysis)));
    is_needed.then(|| {
        let tied: BTreeSet<Local> = inferred.iter().copied().chain(loose.iter().copied()).collect();
        Typing {
            witnesses: named(consumer, body, tied),
            stored: inferred.into_iter().collect(),
            loose,
        }
    })
}

/// `x_` for `x`.
fn named(consumer: &Consumer, body: &Body, tied: BTreeSet<Local>) -> BTreeMap<Local, Ident> {
    let taken: HashSet<String> = body.locals.iter().map(|(_, decl)| decl.base()).collect();
    let mut names = Names::new(taken, |name| consumer.mentions(name));
    let name = |local: Local| {
        let decl = &body.locals[local];
        let base = format!("{}_", decl.base().trim_start_matches("r#"));
        (local, Ident::new(&names.fresh(&base), Span::mixed_site()))
    };
    tied.into_iter().map(name).collect()
}
