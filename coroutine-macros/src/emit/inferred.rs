//! A machine whose types rustc infers: the transitions are closures in the function itself.

use super::transition::start_ident;
use super::{Emitter, hidden, signature};
use crate::parse::{Consumer, mentions};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

impl Emitter<'_> {
    /// The whole function.
    pub(super) fn inferred(&self) -> TokenStream {
        let (consumer, body) = (self.consumer, self.body);
        let signature = signature::signature(consumer, Some(&self.docs_of_function()));
        let (machine, debug) = (self.machine(), self.debug());
        let (save, load) = (self.save(), self.load());
        let (tie, feed_tie) = (self.tie(), self.feed_tie());
        let (items, imports) = (&body.items, signature::imports(consumer));
        let (traits, this) = (self.traits(), signature::this(consumer));
        let transitions = self.transitions();
        let (allow, for_rustc) = (self.allow(), self.for_rustc());
        let unused = self.unused();
        let (typed, typing) = (self.typed(), self.typing_body(&TokenStream::new()));
        quote! {
            #allow
            #signature {
                #(#items)*
                #machine
                #debug
                #save
                #load
                #traits
                #tie
                #feed_tie
                #typed
                #imports
                #for_rustc
                #this
                #typing
                #unused
                #transitions
            }
        }
    }

    /// The closures in the order of the source, so that each local's type is known before it is used; what tells the names of the places is
    /// last, since it knows of none. Then the machine.
    // `(&start).close(…)` rather than `start.close(…)`: a method of ours goes before one that a trait of the user's has for
    // every type, but only if it takes the receiver as it is.
    fn transitions(&self) -> TokenStream {
        let tie = self.tied(&self.layout.tie);
        let start_state = start_ident();
        let state = self.build(self.start(&start_state), None);
        let started = self.with_types(state);
        let (start, names, close) = (hidden("start"), hidden("names"), hidden("close"));
        let (names_code, close_code) = (self.names(), self.close());
        let name = self.consumer.name();
        let (place, machine) = (hidden("state"), &self.layout.machine);
        let finish = quote!(|#place| *#place = #machine::Done);
        let shown = if self.derives_debug() { "shown" } else { "names" };
        let naming = Ident::new(shown, Span::mixed_site());
        let (slices, closes) = (self.feed(), self.closes());
        let feed = slices.is_some().then(|| hidden("feed")).into_iter();
        let (transitions, made) = if self.layout.partition.merged {
            let (resume, keep) = (hidden("resume"), hidden("keep"));
            let (resume_code, keep_code) = (self.resume(), self.keep());
            let input = crate::ir::input();
            let by_move = self.moves(&resume_code);
            let transitions = quote! {
                let #resume = #tie(&#start, #by_move |#place, mut #input| #resume_code);
                let #keep = (&#start).keep(#keep_code);
            };
            let parts = quote!((#resume, #keep #(, #feed)*));
            (transitions, quote!(merged(|| #name, #finish, #names, #parts, #close)))
        } else {
            let (prime, receive) = (hidden("prime"), hidden("receive"));
            let (prime_code, (input, receive_code)) = (self.prime(), self.receive());
            let replies = self.replies();
            let (moves_prime, moves_receive) = (self.moves(&prime_code), self.moves(&receive_code));
            let primed =
                if mentions(&prime_code, "state") { place.clone() } else { hidden("_state") };
            let transitions = quote! {
                let #prime = (&#start).prime #replies (#moves_prime |#primed| { #prime_code });
                let #receive = #tie(&#start, #moves_receive |#place, #input| #receive_code);
            };
            let parts = quote!((#prime, #receive #(, #feed)*));
            (transitions, quote!(machine(|| #name, #finish, #names, #parts, #close)))
        };
        quote! {
            let #start = ::coroutine_runtime::__private::Start(#started);
            #transitions
            #slices
            let #close = (&#start).close #closes (|#place| #close_code);
            let #names = (&#start).#naming(|#place| #names_code);
            #start.#made
        }
    }

    /// The type of the first reply is said, so that one of another type is told where it is given.
    fn replies(&self) -> Option<TokenStream> {
        let Consumer { reply, input, .. } = self.consumer;
        (!Consumer::is_unit(reply) && !input.lends_to(reply)).then(|| quote!(::<#reply, _>))
    }

    /// The same of what the handlers give.
    fn closes(&self) -> Option<TokenStream> {
        let output = &self.consumer.output;
        let has_handler = self
            .body
            .scopes
            .iter()
            .any(|(_, scope)| scope.handler.as_ref().is_some_and(|handler| !handler.of_inner));
        (has_handler && !Consumer::is_unit(output)).then(|| quote!(::<#output, _>))
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
}
