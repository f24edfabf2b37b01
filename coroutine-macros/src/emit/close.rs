//! Closing: from the `recv!()` that waits outwards, each block's handler runs, then its locals are dropped.

use super::state::{Own, braced};
use super::{Emitter, hidden};
use crate::ir::{Handler, Local, LocalSet, ScopeId, Suspension};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

impl Emitter<'_> {
    /// Of the `state`: what `close` does, and gives.
    pub(super) fn close(&self) -> TokenStream {
        let (place, machine) = (hidden("state"), &self.layout.machine);
        // States that close alike share an arm.
        let mut arms: Vec<Arm<'_>> = Vec::new();
        for (suspension, saved) in &self.layout.states {
            let guards: Guards<'_> = self.guards(*suspension).collect();
            if guards.is_empty() {
                continue;
            }
            let named = self.named_in_handlers(&guards);
            let is_bound = |local: &Local| self.is_bound(*local, &named);
            let bound: BTreeSet<Local> = saved.iter().copied().filter(is_bound).collect();
            let own =
                Own { state: &self.body.suspensions[*suspension].state, saved, is_start: false };
            let alike =
                |arm: &&mut Arm| arm.bound == bound && scopes(&arm.guards).eq(scopes(&guards));
            if let Some(arm) = arms.iter_mut().find(alike) {
                arm.states.push(own);
            } else {
                arms.push(Arm { states: vec![own], bound, named, guards });
            }
        }
        if arms.is_empty() && !self.layout.returned {
            // No handler: the locals are dropped.
            return quote!({
                *#place = #machine::Done;
                ::core::option::Option::None
            });
        }
        let arms = if self.ends_alike(&arms) {
            self.with_one_end(&arms)
        } else {
            arms.iter().map(|arm| self.closing_arm(arm)).collect()
        };
        let output = hidden("output");
        let returned = self.layout.returned.then(
            || quote!(#machine::Returned { #output } => ::core::option::Option::Some(#output),),
        );
        quote! {
            match ::core::mem::replace(#place, #machine::Done) {
                #arms
                #returned
                _ => ::core::option::Option::None,
            }
        }
    }

    /// The handlers that guard a suspension, innermost first, with the scopes they stand in.
    fn guards(&self, suspension: Suspension) -> impl Iterator<Item = (ScopeId, &Handler)> {
        let scope = self.body.blocks[self.body.suspensions[suspension].block].scope;
        self.body
            .scopes_from(scope)
            .filter_map(|scope| Some((scope, self.body.scopes[scope].handler.as_ref()?)))
    }

    /// Of some locals, those that an arm binds.
    fn closing_fields(&self, arm: &Arm<'_>, part: &[Local]) -> Vec<TokenStream> {
        let bound = part.iter().filter(|local| arm.bound.contains(local));
        bound.map(|local| self.field(*local, &arm.named)).collect()
    }

    /// `At::Line { guard: _guard, .. } | At::Len`
    fn closing_places(&self, arm: &Arm<'_>) -> TokenStream {
        let places = arm.states.iter().map(|own| {
            let payload = self.layout.shape.payload(own.saved);
            let (place, fields) = (self.place(own.state), self.closing_fields(arm, &payload));
            let fields = braced(&fields, fields.len() < payload.len());
            quote!(#place #fields)
        });
        quote!(#(#places)|*)
    }

    /// Binds what the handlers name, and what has to be dropped at its own time.
    fn closing_pattern(&self, arm: &Arm<'_>) -> TokenStream {
        let (shape, places) = (&self.layout.shape, self.closing_places(arm));
        if !shape.is_nested() {
            return places;
        }
        let (machine, waiting, field) = (&self.layout.machine, &shape.waiting, &shape.field);
        let mut common = self.closing_fields(arm, &shape.common);
        let mut left_out = common.len() < shape.common.len();
        // A join never waits to be closed.
        let everywhere = arm.states.len() == self.layout.states.len();
        if everywhere && arm.bound.iter().all(|local| shape.is_common(*local)) {
            left_out = true;
        } else {
            common.push(quote!(#field: #places));
        }
        let fields = braced(&common, left_out);
        quote!(#machine::#waiting #fields)
    }

    fn closing_arm(&self, arm: &Arm<'_>) -> TokenStream {
        let (pattern, last) = (self.closing_pattern(arm), arm.last());
        let (code, done) = self.before_last(arm);
        let code = self.inside_of(last.0, arm, done, &code);
        let end = self.end(last);
        quote!(#pattern => { #code #end })
    }

    /// Whether all that differs in how the states close comes before the last handler, which is one for all.
    fn ends_alike(&self, arms: &[Arm<'_>]) -> bool {
        let [first, _, ..] = arms else { return false };
        let states: usize = arms.iter().map(|arm| arm.states.len()).sum();
        let shape = &self.layout.shape;
        let outermost = first.last().0;
        // What lies with the places is dropped before it, what lies beside them is there for it.
        let lies_well = |arm: &Arm<'_>, local: &Local| {
            let own = self.body.locals[*local].scope;
            let is_inside = own != outermost && self.body.is_within(own, outermost);
            is_inside != shape.is_common(*local)
                && (is_inside || first.named.contains(local) == arm.named.contains(local))
        };
        let common = |arm: &Arm<'_>| -> BTreeSet<Local> {
            arm.bound.iter().copied().filter(|local| shape.is_common(*local)).collect()
        };
        states == self.layout.states.len()
            && shape.is_nested()
            && arms.iter().all(|arm| {
                arm.last().0 == outermost
                    && common(arm) == common(first)
                    && arm.bound.iter().all(|local| lies_well(arm, local))
            })
    }

    /// `Waiting { at, common } => { match at { … } last handler }`
    fn with_one_end(&self, arms: &[Arm<'_>]) -> TokenStream {
        let [first, ..] = arms else { unreachable!("called with arms") };
        let (machine, shape) = (&self.layout.machine, &self.layout.shape);
        let (waiting, field) = (&shape.waiting, &shape.field);
        let mut common = self.closing_fields(first, &shape.common);
        let left_out = common.len() < shape.common.len();
        common.push(quote!(#field));
        let fields = braced(&common, left_out);
        let inner = arms.iter().map(|arm| {
            let (places, (code, _)) = (self.closing_places(arm), self.before_last(arm));
            let code = if code.is_empty() { quote!({}) } else { code };
            quote!(#places => #code)
        });
        let more = (!self.layout.joins.is_empty() || self.layout.leaves_vacant())
            .then(|| quote!(_ => return ::core::option::Option::None,));
        let end = self.end(first.last());
        quote! {
            #machine::#waiting #fields => {
                match #field { #(#inner)* #more }
                #end
            }
        }
    }

    /// A block of what is closed before the last handler, and the scope that it closes. What else lies inside of the last
    /// handler's block is not dropped by it.
    fn before_last(&self, arm: &Arm<'_>) -> (TokenStream, Option<ScopeId>) {
        let mut code = TokenStream::new();
        let mut done: Option<ScopeId> = None;
        for (scope, handler) in &arm.guards[..arm.guards.len() - 1] {
            code = self.inside_of(*scope, arm, done, &code);
            let held = self.held(arm, |local| self.body.locals[local].scope == *scope);
            let statements = self.statement(handler);
            code = quote!({ #held #code #statements });
            done = Some(*scope);
        }
        (code, done)
    }

    /// The last handler, and what closing gives.
    fn end(&self, (outermost, last): (ScopeId, &Handler)) -> TokenStream {
        if self.is_function_level(outermost) {
            return self.result(last);
        }
        let statements = self.statement(last);
        quote!(#statements ::core::option::Option::None)
    }

    /// Closes what lies in the blocks inside of a handler's own: their locals are dropped before the handler runs. Those of
    /// `done` have been already.
    fn inside_of(
        &self,
        scope: ScopeId,
        arm: &Arm<'_>,
        done: Option<ScopeId>,
        code: &TokenStream,
    ) -> TokenStream {
        let held = self.held(arm, |local| {
            let own = self.body.locals[local].scope;
            let further_in = done.is_some_and(|done| self.body.is_within(own, done));
            own != scope && self.body.is_within(own, scope) && !further_in
        });
        if held.is_empty() { code.clone() } else { quote!({ #held #code }) }
    }

    /// Takes locals into a block of the expansion, which drops them.
    fn held(&self, arm: &Arm<'_>, is_held: impl Fn(Local) -> bool) -> TokenStream {
        let held = |local: &&Local| !self.body.locals[**local].plain && is_held(**local);
        // Those of one state are those of all that close alike.
        let saved = arm.states[0].saved;
        saved
            .iter()
            .filter(held)
            .map(|local| {
                let binding = self.binding(*local, &arm.named);
                let name = self.held_name(*local, &arm.named);
                quote!(let #binding = #name;)
            })
            .collect()
    }

    /// The locals that the handlers mention, and those that it takes to take their borrows again.
    fn named_in_handlers(&self, guards: &[(ScopeId, &Handler)]) -> BTreeSet<Local> {
        let mut all = LocalSet::empty(&self.body.locals);
        all.extend(guards.iter().flat_map(|(_, handler)| handler.effects.mentions()));
        self.body.with_owners(&all).iter().collect()
    }
}

/// States that close alike.
struct Arm<'e> {
    states: Vec<Own<'e>>,
    bound: BTreeSet<Local>,
    /// Of these, what the handlers name.
    named: BTreeSet<Local>,
    /// Innermost first.
    guards: Guards<'e>,
}

/// Handlers, and the scopes they stand in.
type Guards<'e> = Vec<(ScopeId, &'e Handler)>;

fn scopes<'g>(guards: &'g Guards<'_>) -> impl Iterator<Item = ScopeId> + use<'g> {
    guards.iter().map(|(scope, _)| *scope)
}

impl<'e> Arm<'e> {
    /// The outermost handler, and its scope.
    fn last(&self) -> (ScopeId, &'e Handler) {
        *self.guards.last().expect("a state without handlers has no arm")
    }
}
