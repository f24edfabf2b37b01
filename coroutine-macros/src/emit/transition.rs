//! The closures: what runs when the consumer is primed, is sent to, is closed.

use super::feed::feed_label;
use super::flow::{Flow, run_label};
use super::part::Footing;
use super::rewrite::{Rewrite, Rewriter};
use super::state::{Own, braced};
use super::{Emitter, hidden};
use crate::ir::{BlockId, Local, Statement};
use crate::parse::mentions;
use crate::storage::{At, Taken};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use std::collections::{BTreeMap, BTreeSet};

/// Which closure a piece of code stands in: they answer in different ways.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Transition {
    /// `Fn(&mut State) -> Option<Reply>`
    Prime,
    /// `Fn(&mut State, Input) -> Step<Reply, Output>`; priming too, if they share code.
    Receive,
    /// `Fn(&mut State, &mut Iter<Input>) -> Option<Output>`
    Feed,
}

impl Transition {
    pub(super) fn yielded(self, reply: &TokenStream, early: bool) -> TokenStream {
        let value = match self {
            Transition::Prime => quote!(::core::option::Option::Some(#reply)),
            Transition::Receive => quote!(::coroutine_runtime::Step::Yielded(#reply)),
            Transition::Feed => {
                let run = feed_label();
                return quote!(continue #run;);
            }
        };
        if early { quote!(return #value;) } else { value }
    }

    pub(super) fn complete(
        self,
        emitter: &Emitter<'_>,
        value: &TokenStream,
        early: bool,
    ) -> TokenStream {
        let (before, value) = match self {
            Transition::Prime => {
                let (place, machine, output) =
                    (hidden("state"), &emitter.layout.machine, hidden("output"));
                let ty = &emitter.consumer.output;
                let before = quote! {
                    let #output: #ty = #value;
                    *#place = #machine::Returned { #output };
                };
                (before, quote!(::core::option::Option::None))
            }
            Transition::Receive => {
                (TokenStream::new(), quote!(::coroutine_runtime::Step::Complete(#value)))
            }
            Transition::Feed => (TokenStream::new(), quote!(::core::option::Option::Some(#value))),
        };
        if early { quote!(#before return #value;) } else { quote!(#before #value) }
    }
}

impl Emitter<'_> {
    /// The closures in the order of the source, so that each local's type is known before it is used; then the machine.
    // `(&start).close(…)` rather than `start.close(…)`: a method of ours goes before one that a trait of the user's has for
    // every type, but only if it takes the receiver as it is.
    pub(super) fn transitions(&self) -> TokenStream {
        let tie = self.tied(&self.layout.tie);
        let start_state = start_ident();
        let state = self.build(self.start(&start_state), None);
        let (start, names, close) = (hidden("start"), hidden("names"), hidden("close"));
        let (names_code, close_code) = (self.names(), self.close());
        let name = self.consumer.ident.to_string();
        let name = name.trim_start_matches("r#");
        let (place, machine) = (hidden("state"), &self.layout.machine);
        let finish = quote!(|#place| *#place = #machine::Done);
        let naming =
            Ident::new(if self.derives_debug() { "shown" } else { "names" }, Span::mixed_site());
        let slices = self.feed();
        let feed = slices.is_some().then(|| hidden("feed")).into_iter();
        let (transitions, made) = if self.layout.partition.merged {
            let (resume, keep) = (hidden("resume"), hidden("keep"));
            let (resume_code, keep_code) = (self.resume(), self.keep());
            let transitions = quote! {
                let #resume = #tie(&#start, #resume_code);
                let #keep = (&#start).keep(#keep_code);
            };
            let parts = quote!((#resume, #keep #(, #feed)*));
            (transitions, quote!(merged(|| #name, #finish, #names, #parts, #close)))
        } else {
            let (prime, receive) = (hidden("prime"), hidden("receive"));
            let (prime_code, receive_code) = (self.prime(), self.receive());
            let transitions = quote! {
                let #prime = (&#start).prime(#prime_code);
                let #receive = #tie(&#start, #receive_code);
            };
            let parts = quote!((#prime, #receive #(, #feed)*));
            (transitions, quote!(machine(|| #name, #finish, #names, #parts, #close)))
        };
        quote! {
            let #start = ::coroutine_runtime::__private::Start(#state);
            let #names = (&#start).#naming(#names_code);
            #transitions
            #slices
            let #close = (&#start).close(#close_code);
            #start.#made
        }
    }

    fn names(&self) -> TokenStream {
        let (place, shape) = (hidden("state"), &self.layout.shape);
        let arms = self.layout.states.iter().map(|(suspension, saved)| {
            let state = &self.body.suspensions[*suspension].state;
            let (name, variant) = (state.to_string(), self.place(state));
            let fields = (!shape.payload(saved).is_empty()).then(|| quote!({ .. }));
            if shape.is_nested() {
                quote!(#variant #fields => #name,)
            } else {
                quote!(#variant #fields => ::core::option::Option::Some(#name),)
            }
        });
        if !shape.is_nested() {
            return quote! {
                |#place| match #place { #(#arms)* _ => ::core::option::Option::None, }
            };
        }
        let (machine, waiting, field) = (&self.layout.machine, &shape.waiting, &shape.field);
        let more = (!self.layout.joins.is_empty() || self.layout.leaves_vacant())
            .then(|| quote!(_ => return ::core::option::Option::None,));
        quote! {
            |#place| match #place {
                #machine::#waiting { #field, .. } => ::core::option::Option::Some(match #field {
                    #(#arms)*
                    #more
                }),
                _ => ::core::option::Option::None,
            }
        }
    }

    fn prime(&self) -> TokenStream {
        let (place, state) = (hidden("state"), start_ident());
        let (named, code) = self.started(&state, Transition::Prime);
        let take = self.take(self.start(&state), &self.layout.start, &named, Taken::Whole);
        let place =
            if take.is_empty() && !mentions(&code, "state") { hidden("_state") } else { place };
        quote!(|#place| { #take #code })
    }

    /// The code that runs first, and the parameters that it names.
    fn started(&self, state: &Ident, transition: Transition) -> (BTreeSet<Local>, TokenStream) {
        let segment = self.layout.partition.segment(self.body, self.body.entry);
        let takes = BTreeMap::new();
        let footing = Footing {
            transition,
            own: self.start(state),
            taken: Taken::Whole,
            takes: &takes,
            restored: self.layout.start.clone(),
            is_first: true,
            in_loop: false,
        };
        let flow = Flow::new(self, &segment, footing);
        let code = flow.code(true);
        (flow.named, code)
    }

    fn start<'s>(&'s self, state: &'s Ident) -> Own<'s> {
        Own { state, saved: &self.layout.start, is_start: true }
    }

    /// What every arm would call the input first thing: then the parameter itself is called that.
    pub(super) fn input_name(&self) -> Option<Ident> {
        let plain = crate::evident::is_plain_type(&self.consumer.input.ty);
        let mut names = self.layout.states.iter().map(|(suspension, _)| {
            let block = &self.body.blocks[self.body.suspensions[*suspension].resume];
            block.statements.first().and_then(bound_to_input)
        });
        let first = names.next()??;
        (plain && !self.input_is_given() && names.all(|name| name.as_ref() == Some(&first)))
            .then_some(first)
    }

    fn receive(&self) -> TokenStream {
        let place = hidden("state");
        let input = self.input_name().unwrap_or_else(crate::ir::input);
        let arms = self.waiting();
        let next = quote! {
            match #place {
                #arms
                _ => ::coroutine_runtime::Step::Finished,
            }
        };
        if !self.layout.partition.goes_around {
            return quote!(|#place, #input| #next);
        }
        let run = run_label();
        if !self.input_is_given() {
            return quote!(|#place, #input| #run: loop { return #next; });
        }
        quote! {
            |#place, #input| {
                let mut #input = ::core::option::Option::Some(#input);
                #run: loop { return #next; }
            }
        }
    }

    /// Priming and receiving in one, going around as long as one state leads to another without waiting.
    fn resume(&self) -> TokenStream {
        let (place, input, machine, run) =
            (hidden("state"), crate::ir::input(), &self.layout.machine, run_label());
        let start = start_ident();
        let (named, code) = self.started(&start, Transition::Receive);
        let take = self.take(self.start(&start), &self.layout.start, &named, Taken::Whole);
        let fields = (!self.layout.start.is_empty()).then(|| quote!({ .. }));
        let arms = self.waiting();
        let next = quote! {
            match #place {
                #machine::#start #fields => { #take #code }
                #arms
                _ => ::coroutine_runtime::Step::Finished,
            }
        };
        if self.layout.partition.goes_around {
            quote!(|#place, mut #input| #run: loop { return #next; })
        } else {
            quote!(|#place, mut #input| #next)
        }
    }

    /// Whether a place that waits takes its input out of an `Option`: there is none when the consumer is primed, and rustc
    /// cannot see that there is one wait each time around.
    fn input_is_given(&self) -> bool {
        let is_copy = crate::evident::is_copy_type(&self.consumer.input.ty);
        let partition = &self.layout.partition;
        partition.merged || (partition.goes_around && !is_copy)
    }

    /// The arms for all that waits, and the joins, in source order.
    fn waiting(&self) -> TokenStream {
        let position =
            |block: BlockId| self.layout.partition.order.iter().position(|known| *known == block);
        let mut arms: Vec<(Option<usize>, Arm)> = Vec::new();
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
        let printed =
            arms.iter().map(|(_, Arm { pattern, code, .. })| quote!(#pattern => { #code }));
        if !shape.is_nested() {
            return quote!(#(#printed)*);
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
        let take = self.take(own, &restored, &flow.named, plan.at_root);
        let code = flow.code(true);
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
        Arm { pattern: quote!(#place #fields), common, code: quote!(#input #take #code) }
    }

    /// What `close` gives if the body returned while it was primed.
    fn keep(&self) -> TokenStream {
        let (place, output, machine) = (hidden("state"), hidden("output"), &self.layout.machine);
        if self.layout.returned {
            quote!(|#place, #output| *#place = #machine::Returned { #output })
        } else {
            quote!(|_, _| {})
        }
    }

    /// The user's code, with its jumps as this transition has them.
    pub(super) fn rewritten(
        &self,
        code: &impl Rewrite,
        transition: Transition,
        exits: &[TokenStream],
        in_loop: bool,
    ) -> TokenStream {
        let complete = |value: &TokenStream| transition.complete(self, value, true);
        Rewriter { complete: &complete, exits, in_loop, stored: &|name| self.is_stored(name) }
            .rewrite(code)
    }
}

/// One arm of the `match` on the state.
struct Arm {
    pattern: TokenStream,
    /// The locals that lie beside the place to wait and are named in it.
    common: BTreeSet<Local>,
    code: TokenStream,
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

/// The `line` of `let line = input;`.
fn bound_to_input(statement: &Statement) -> Option<Ident> {
    let syn::Stmt::Local(local) = &statement.stmt else { return None };
    let (syn::Pat::Ident(pat), Some(init)) = (&local.pat, &local.init) else { return None };
    let simple = pat.mutability.is_none()
        && pat.by_ref.is_none()
        && pat.subpat.is_none()
        && local.attrs.is_empty();
    let is_input = statement.effects.takes_input && matches!(&*init.expr, syn::Expr::Path(_));
    (simple && is_input && init.diverge.is_none()).then(|| pat.ident.clone())
}

fn start_ident() -> Ident {
    Ident::new("Start", Span::call_site())
}
