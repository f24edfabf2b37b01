//! The `match` on the state: an arm for each place to wait, and for each join.

use super::Emitter;
use super::flow::Flow;
use super::part::Footing;
use super::state::{Own, braced};
use super::transition::Transition;
use crate::ir::{BlockId, Local};
use crate::storage::{At, MANY, Taken};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use std::collections::BTreeSet;

impl Emitter<'_> {
    /// Whether a place that waits takes its input out of an `Option`: there is none when the consumer is primed, and rustc
    /// cannot see that there is one wait each time around.
    pub(super) fn input_is_given(&self) -> bool {
        let is_copy = crate::evident::is_copy_type(&self.consumer.input.ty);
        let partition = &self.layout.partition;
        partition.merged || (partition.goes_around && !is_copy)
    }

    /// The arms for all that waits, and the joins, in source order.
    pub(super) fn waiting(&self) -> TokenStream {
        let order = &self.layout.partition.order;
        let components = self.body.components(order);
        let position = |block: BlockId| {
            (components.get(&block).copied(), order.iter().position(|known| *known == block))
        };
        let mut arms = Vec::new();
        for (suspension, saved) in &self.layout.states {
            let point = &self.body.suspensions[*suspension];
            let own = Own { state: &point.state, saved, is_start: false };
            let input = self.input_is_given().then(given_input);
            arms.push((
                position(point.resume),
                self.arm(own, At::Wait(point.block), point.resume, input.as_ref()),
            ));
        }
        for join in &self.layout.joins {
            let own = Own { state: &join.state, saved: &join.saved, is_start: false };
            arms.push((
                position(join.block),
                self.arm(own, At::Join(join.block), join.block, None),
            ));
        }
        if self.layout.partition.goes_around {
            arms.sort_by_key(|(position, _)| *position);
        }
        let shape = &self.layout.shape;
        let finished = quote!(_ => ::coroutine_runtime::Step::Finished,);
        let print = |arm: &Arm| {
            let Arm { pattern, code, .. } = arm;
            quote!(#pattern => { #code })
        };
        let (taken, lying): (Vec<&Arm>, Vec<&Arm>) =
            arms.iter().map(|(_, arm)| arm).partition(|arm| arm.is_taken);
        let (taken, printed) = (taken.into_iter().map(print), lying.into_iter().map(print));
        if !shape.is_nested() {
            if taken.len() == 0 {
                return quote!(#(#printed)* #finished);
            }
            let (place, machine) = (super::hidden("state"), &self.layout.machine);
            return quote! {
                #(#printed)*
                _ => match ::core::mem::replace(#place, #machine::Done) {
                    #(#taken)*
                    #finished
                },
            };
        }
        let named: BTreeSet<Local> =
            arms.iter().flat_map(|(_, arm)| arm.common.iter().copied()).collect();
        let common: Vec<&Ident> = shape
            .common
            .iter()
            .filter(|local| named.contains(local))
            .map(|local| &self.body.locals[*local].ident)
            .collect();
        let dots = (common.len() < shape.common.len()).then(|| quote!(..));
        let (machine, waiting, field) = (&self.layout.machine, &shape.waiting, &shape.field);
        let vacant = self.layout.leaves_vacant().then(|| {
            let vacant = self.place(&shape.vacant);
            quote!(#vacant => ::core::unreachable!(),)
        });
        quote! {
            #machine::#waiting { #(#common,)* #field, #dots } => match #field {
                #(#printed)*
                #vacant
            },
            #finished
        }
    }

    /// What runs from one place to the next: `Grep::Line { pattern } => …`.
    fn arm(&self, own: Own<'_>, from: At, root: BlockId, input: Option<&TokenStream>) -> Arm {
        let (plan, shape) = (self.layout.plan(from), &self.layout.shape);
        let whole = self.layout.partition.segment(self.body, root);
        let segment = self.layout.partition.part(self.body, &whole, plan.takes.keys());
        let restored = match plan.at_root {
            Taken::Nothing => Vec::new(),
            Taken::Payload => shape.payload(own.saved),
            Taken::Whole => own.saved.to_vec(),
        };
        let footing = Footing {
            transition: Transition::Receive,
            own,
            taken: plan.at_root,
            takes: &plan.takes,
            restored: restored.clone(),
            is_first: true,
            in_loop: false,
        };
        let flow = Flow::new(self, &segment, footing);
        let code = flow.code(true);
        if let Some(pattern) = self.taken(own, &restored, &flow.named, plan.at_root)
            && self.takes_by_match(plan.at_root)
        {
            let code = quote!(#input #code);
            return Arm { pattern, common: BTreeSet::new(), code, is_taken: true };
        }
        let take = self.take(own, &restored, &flow.named, plan.at_root);
        let payload = shape.payload(own.saved);
        let lies = |local: &&Local| plan.at_root == Taken::Nothing && flow.named.contains(local);
        let fields: Vec<TokenStream> = payload
            .iter()
            .filter(lies)
            .map(|local| self.body.locals[*local].ident.to_token_stream())
            .collect();
        let fields = braced(&fields, fields.len() < payload.len());
        let place = self.place(own.state);
        let common = if plan.at_root == Taken::Whole {
            BTreeSet::new()
        } else {
            flow.named.into_iter().filter(|local| shape.is_common(*local)).collect()
        };
        let code = quote!(#input #take #code);
        Arm { pattern: quote!(#place #fields), common, code, is_taken: false }
    }

    /// Whether what is taken out where a transition starts is taken by one `match` for all of them. Those arms come last then: rustc has to
    /// know the types of the states without them.
    fn takes_by_match(&self, taken: Taken) -> bool {
        let layout = self.layout;
        let is_tied = |local: &Local| {
            self.typing.is_some_and(|typing| typing.stored.contains(local))
                || layout.start.contains(local)
        };
        if self.consumer.name.is_none() && !layout.params.keys().all(is_tied) {
            return false;
        }
        let at_root = layout.states.iter().map(|(suspension, _)| {
            layout.plan(At::Wait(self.body.suspensions[*suspension].block)).at_root
        });
        let at_root = at_root
            .chain(layout.joins.iter().map(|join| layout.plan(At::Join(join.block)).at_root));
        taken == Taken::Whole
            && !layout.shape.is_nested()
            && at_root.filter(|taken| *taken == Taken::Whole).count() > MANY
    }
}

/// One arm of the `match` on the state.
struct Arm {
    pattern: TokenStream,
    /// The locals that lie beside the place to wait and are named in it.
    common: BTreeSet<Local>,
    code: TokenStream,
    /// Whether it is one of the `match` on what is taken out.
    is_taken: bool,
}

/// `let Some(input) = input.take() else { … };`: there is one where a `recv!()` waits.
fn given_input() -> TokenStream {
    let input = crate::ir::input();
    quote! {
        let ::core::option::Option::Some(#input) = ::core::option::Option::take(&mut #input) else {
            ::core::unreachable!()
        };
    }
}
