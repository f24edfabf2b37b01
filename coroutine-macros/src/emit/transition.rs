//! The closures: what runs when the consumer is primed, is sent to, is closed.

use super::flow::{Flow, run_label};
use super::rewrite::{Rewrite, Rewriter};
use super::{Emitter, hidden};
use crate::ir::{BlockId, Local, Statement, Suspension};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// Which closure a piece of code stands in: they answer in different ways.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Transition {
    /// `Fn(&mut State) -> Option<Reply>`
    Prime,
    /// `Fn(&mut State, Input) -> Step<Reply, Output>`; priming too, if they share code.
    Receive,
}

impl Transition {
    pub(super) fn yielded(self, reply: &TokenStream, early: bool) -> TokenStream {
        let value = match self {
            Transition::Prime => quote!(::core::option::Option::Some(#reply)),
            Transition::Receive => quote!(::coroutine_runtime::Step::Yielded(#reply)),
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
        };
        if early { quote!(#before return #value;) } else { quote!(#before #value) }
    }
}

impl Emitter<'_> {
    /// The closures in the order of the source, so that each local's type is known before it is used; then the machine.
    // `(&start).close(…)` rather than `start.close(…)`: a method of ours goes before one that a trait of the user's has for
    // every type, but only if it takes the receiver as it is.
    pub(super) fn transitions(&self) -> TokenStream {
        let (tie, turbofish) = (&self.layout.tie, self.tie_turbofish());
        let state = self.build(&start_ident(), &self.layout.start, None);
        let (start, names, close) = (hidden("start"), hidden("names"), hidden("close"));
        let (names_code, close_code) = (self.names(), self.close());
        let name = self.consumer.ident.to_string();
        let name = name.trim_start_matches("r#");
        let (transitions, made) = if self.layout.partition.merged {
            let (resume, keep) = (hidden("resume"), hidden("keep"));
            let (resume_code, keep_code) = (self.resume(), self.keep());
            let transitions = quote! {
                let #resume = #tie #turbofish(&#start, #resume_code);
                let #keep = (&#start).keep(#keep_code);
            };
            (transitions, quote!(merged(|| #name, #names, #resume, #keep, #close)))
        } else {
            let (prime, receive) = (hidden("prime"), hidden("receive"));
            let (prime_code, receive_code) = (self.prime(), self.receive());
            let transitions = quote! {
                let #prime = (&#start).prime(#prime_code);
                let #receive = #tie #turbofish(&#start, #receive_code);
            };
            (transitions, quote!(machine(|| #name, #names, #prime, #receive, #close)))
        };
        quote! {
            let #start = ::coroutine_runtime::__private::Start(#state);
            let #names = (&#start).names(#names_code);
            #transitions
            let #close = (&#start).close(#close_code);
            #start.#made
        }
    }

    fn names(&self) -> TokenStream {
        let (place, machine) = (hidden("state"), &self.layout.machine);
        let arms = self.layout.states.iter().map(|(suspension, saved)| {
            let state = &self.body.suspensions[*suspension].state;
            let name = state.to_string();
            let fields = (!saved.is_empty()).then(|| quote!({ .. }));
            quote!(#machine::#state #fields => ::core::option::Option::Some(#name),)
        });
        quote!(|#place| match #place { #(#arms)* _ => ::core::option::Option::None, })
    }

    fn prime(&self) -> TokenStream {
        let place = hidden("state");
        let segment = self.layout.partition.segment(self.body, self.body.entry);
        let code = Flow::new(self, &segment, Transition::Prime, &self.layout.start).code();
        let take = self.take_start();
        quote!(|#place| { #take #code })
    }

    fn take_start(&self) -> TokenStream {
        if self.layout.start.is_empty() {
            return TokenStream::new();
        }
        let (place, machine) = (hidden("state"), &self.layout.machine);
        let pattern = self.pattern(&start_ident(), &self.layout.start, self.body.entry);
        quote! {
            let #pattern = ::core::mem::replace(#place, #machine::Done) else { ::core::unreachable!() };
        }
    }

    /// What every arm would call the input first thing: then the parameter itself is called that.
    pub(super) fn input_name(&self) -> Option<Ident> {
        let plain = crate::evident::is_plain_type(&self.consumer.input.ty);
        let mut names = self.layout.states.iter().map(|(suspension, _)| {
            let block = &self.body.blocks[self.body.suspensions[*suspension].resume];
            block.statements.first().and_then(bound_to_input)
        });
        let first = names.next()??;
        (plain && !self.layout.partition.merged && names.all(|name| name.as_ref() == Some(&first)))
            .then_some(first)
    }

    fn receive(&self) -> TokenStream {
        let (place, machine) = (hidden("state"), &self.layout.machine);
        let input = self.input_name().unwrap_or_else(crate::ir::input);
        let arms =
            self.layout.states.iter().map(|(suspension, saved)| self.arm(*suspension, saved));
        let finished = self.finished(true);
        quote! {
            |#place, #input| match ::core::mem::replace(#place, #machine::Done) {
                #(#arms)*
                #finished
            }
        }
    }

    /// Priming and receiving in one, going around as long as one state leads to another without waiting.
    fn resume(&self) -> TokenStream {
        let (place, input, machine, run) =
            (hidden("state"), crate::ir::input(), &self.layout.machine, run_label());
        let mut arms = vec![self.join_arm(&start_ident(), &self.layout.start, self.body.entry)];
        let order =
            |block: BlockId| self.layout.partition.order.iter().position(|known| *known == block);
        let mut states: Vec<(Option<usize>, TokenStream)> = Vec::new();
        for (suspension, saved) in &self.layout.states {
            let arm = self.arm(*suspension, saved);
            let arm = quote!(#arm);
            states.push((order(self.body.suspensions[*suspension].resume), arm));
        }
        for join in &self.layout.joins {
            states.push((order(join.block), self.join_arm(&join.state, &join.saved, join.block)));
        }
        states.sort_by_key(|(position, _)| *position);
        arms.extend(states.into_iter().map(|(_, arm)| arm));
        let finished = self.finished(false);
        quote! {
            |#place, mut #input| #run: loop {
                return match ::core::mem::replace(#place, #machine::Done) {
                    #(#arms)*
                    #finished
                };
            }
        }
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

    /// One `recv!()`: `Grep::Line { pattern } => …`.
    fn arm(&self, suspension: Suspension, saved: &[Local]) -> TokenStream {
        let point = &self.body.suspensions[suspension];
        let segment = self.layout.partition.segment(self.body, point.resume);
        let code = Flow::new(self, &segment, Transition::Receive, saved).code();
        let pattern = self.pattern(&point.state, saved, point.resume);
        let input = self.layout.partition.merged.then(|| {
            let input = crate::ir::input();
            quote! {
                let ::core::option::Option::Some(#input) = ::core::option::Option::take(&mut #input) else {
                    ::core::unreachable!()
                };
            }
        });
        quote!(#pattern => { #input #code })
    }

    fn join_arm(&self, state: &Ident, saved: &[Local], block: BlockId) -> TokenStream {
        let segment = self.layout.partition.segment(self.body, block);
        let code = Flow::new(self, &segment, Transition::Receive, saved).code();
        let pattern = self.pattern(state, saved, block);
        quote!(#pattern => { #code })
    }

    /// The arms for a machine that does not wait.
    fn finished(&self, with_start: bool) -> TokenStream {
        let (place, machine, output) = (hidden("state"), &self.layout.machine, hidden("output"));
        let returned = self.layout.returned.then(|| {
            quote! {
                #machine::Returned { #output } => {
                    *#place = #machine::Returned { #output };
                    ::coroutine_runtime::Step::Finished
                }
            }
        });
        let fields = (!self.layout.start.is_empty()).then(|| quote!({ .. }));
        let start = with_start.then(|| quote!(#machine::Start #fields |));
        quote!(#returned #start #machine::Done => ::coroutine_runtime::Step::Finished,)
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
