//! What runs when the consumer is primed, and is sent to. The state lies at `state`, the input is called `input`.

use super::feed::feed_label;
use super::flow::{Flow, run_label};
use super::part::Footing;
use super::rewrite::{Rewrite, Rewriter};
use super::state::Own;
use super::{Emitter, hidden};
use crate::ir::{Local, Statement};
use crate::storage::Taken;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use std::collections::{BTreeMap, BTreeSet};

/// Which transition a piece of code stands in: they answer in different ways.
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
        // What does not fit is reported at the value.
        let first = value.clone().into_iter().next();
        let span = first.map_or_else(Span::call_site, |first| first.span());
        let span = span.resolved_at(Span::mixed_site());
        let (before, value) = match self {
            Transition::Prime => {
                let (place, machine) = (hidden("state"), &emitter.layout.machine);
                let (ty, output) = (&emitter.consumer.output, hidden("output"));
                let before = quote! {
                    let #output: #ty = #value;
                    *#place = #machine::Returned { #output };
                };
                (before, quote!(::core::option::Option::None))
            }
            Transition::Receive => {
                let is_output = value.to_string() == "output";
                let field = if is_output { value.clone() } else { quote!(output: #value) };
                let complete =
                    quote_spanned!(span=> ::coroutine_runtime::Step::Complete { #field });
                (TokenStream::new(), complete)
            }
            Transition::Feed => {
                (TokenStream::new(), quote_spanned!(span=> ::core::option::Option::Some(#value)))
            }
        };
        if early { quote_spanned!(span=> #before return #value;) } else { quote!(#before #value) }
    }
}

impl Emitter<'_> {
    /// Of the `state`: the name of the place where it waits.
    pub(super) fn names(&self) -> TokenStream {
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
        if let ([(suspension, saved)], false) = (&*self.layout.states, shape.is_nested()) {
            let state = &self.body.suspensions[*suspension].state;
            let own = Own { state, saved, is_start: false };
            let (name, waiting) = (state.to_string(), self.waiting_at(own));
            return quote!(::core::matches!(#place, #waiting).then_some(#name));
        }
        if !shape.is_nested() {
            return quote! {
                match #place { #(#arms)* _ => ::core::option::Option::None, }
            };
        }
        let (machine, waiting, field) = (&self.layout.machine, &shape.waiting, &shape.field);
        let more = (!self.layout.joins.is_empty() || self.layout.leaves_vacant())
            .then(|| quote!(_ => return ::core::option::Option::None,));
        quote! {
            match #place {
                #machine::#waiting { #field, .. } => ::core::option::Option::Some(match #field {
                    #(#arms)*
                    #more
                }),
                _ => ::core::option::Option::None,
            }
        }
    }

    /// Of the `state`: what runs up to the first `recv!()`, and gives its reply.
    pub(super) fn prime(&self) -> TokenStream {
        let state = start_ident();
        let (named, code) = self.started(&state, Transition::Prime);
        let take = self.take(self.start(&state), &self.layout.start, &named, Taken::Whole);
        quote!(#take #code)
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

    pub(super) fn start<'s>(&'s self, state: &'s Ident) -> Own<'s> {
        Own { state, saved: &self.layout.start, is_start: true }
    }

    /// What every arm would call the input first thing: then the parameter itself is called that.
    pub(super) fn input_name(&self) -> Option<Ident> {
        let plain = crate::evident::is_plain_type(&self.consumer.input.ty);
        let mut names = self.layout.states.iter().map(|(suspension, _)| {
            let block = &self.body.blocks[self.body.suspensions[*suspension].resume];
            let bound = block.statements.first().and_then(bound_to_input)?;
            let mut locals = self.body.locals.iter();
            let local = locals.find(|(_, decl)| decl.ident == bound).map(|(local, _)| local)?;
            let mut name = self.names.of(self.body, local);
            name.set_span(bound.span());
            Some(name)
        });
        let first = names.next()??;
        (plain && !self.input_is_given() && names.all(|name| name.as_ref() == Some(&first)))
            .then_some(first)
    }

    /// Of the `state`, and the input under the name that comes first: what runs from one `recv!()` to the next.
    pub(super) fn receive(&self) -> (Ident, TokenStream) {
        let place = hidden("state");
        // What is said of its lifetime is said at its type.
        let at_type = || {
            let mut input = crate::ir::input();
            let span = syn::spanned::Spanned::span(&self.consumer.input.ty);
            input.set_span(span.resolved_at(input.span()));
            input
        };
        let input = self.input_name().unwrap_or_else(at_type);
        let arms = self.waiting();
        let next = quote! {
            match #place {
                #arms
            }
        };
        if !self.layout.partition.goes_around {
            return (input, next);
        }
        let run = run_label();
        let next = if self.input_is_given() {
            quote!({
                let mut #input = ::core::option::Option::Some(#input);
                #run: loop { return #next; }
            })
        } else {
            quote!(#run: loop { return #next; })
        };
        (input, next)
    }

    /// Priming and receiving in one, going around as long as one state leads to another without waiting.
    pub(super) fn resume(&self) -> TokenStream {
        let (place, machine, run) = (hidden("state"), &self.layout.machine, run_label());
        let start = start_ident();
        let (named, code) = self.started(&start, Transition::Receive);
        let take = self.take(self.start(&start), &self.layout.start, &named, Taken::Whole);
        let fields = (!self.layout.start.is_empty()).then(|| quote!({ .. }));
        let arms = self.waiting();
        let next = quote! {
            match #place {
                #machine::#start #fields => { #take #code }
                #arms
            }
        };
        if self.layout.partition.goes_around { quote!(#run: loop { return #next; }) } else { next }
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

pub(super) fn start_ident() -> Ident {
    Ident::new("Start", Span::call_site())
}
