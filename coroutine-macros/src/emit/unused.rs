//! Names that the body does not use. The state does, so that rustc would not see it: they are declared once more, for its lints.

use super::Emitter;
use crate::ir::{BasicBlock, Effects, Local, Origin};
use crate::naming;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

impl Emitter<'_> {
    /// `let count: ();` for a parameter that nothing uses, and `'outer: {}` for a label.
    pub(super) fn unused(&self) -> TokenStream {
        let body = self.body;
        let pieces = body.blocks.iter().flat_map(|(_, block)| block.pieces(body));
        let handlers = body.scopes.iter().filter_map(|(_, scope)| scope.handler.as_ref());
        // A pattern that is matched with more than once binds each of its names as often.
        let binding = |local: Local| {
            let decl = &body.locals[local];
            format!("{} {:?}", decl.written(), decl.ident.span())
        };
        let used: BTreeSet<String> = pieces
            .chain(handlers.map(|handler| &handler.effects))
            .flat_map(Effects::mentions)
            .map(binding)
            .collect();
        // The parameter of one input's name is that of them all.
        let named = self.input_name();
        // The guard of an arm, or the rest of a condition, uses what is bound beside it without being told apart from it.
        let beside =
            |block: &BasicBlock| block.terminator.effects().map(|effects| effects.binds.clone());
        let beside: BTreeSet<Local> =
            body.blocks.iter().filter_map(|(_, block)| beside(block)).flatten().collect();
        let is_input = |local: &Local| Some(self.names.of(body, *local)) == named;
        let inputs = body.locals.indices().filter(is_input);
        let seen: BTreeSet<Local> = self.layout.stored().into_iter().chain(inputs).collect();
        let seen = seen.difference(&beside);
        let locals = seen.filter(|local| !used.contains(&binding(**local))).filter(|local| {
            let decl = &body.locals[**local];
            let is_written = decl.origin == Origin::Written && !self.is_ours(**local);
            is_written && !decl.attributed && !decl.written().starts_with('_')
        });
        let locals = locals.map(|local| {
            let decl = &body.locals[*local];
            let name = naming::ident(decl.written(), decl.ident.span());
            quote!(let #name: ();)
        });
        let labels = body.unused_labels.iter().map(|label| quote!(#label: {}));
        let locals: TokenStream = locals.collect();
        let locals = (!locals.is_empty()).then(|| quote!({ #locals }));
        quote!(#locals #(#labels)*)
    }

    /// `self`, or what a parameter that is a larger pattern is called.
    fn is_ours(&self, local: Local) -> bool {
        let consumer = self.consumer;
        let name = self.body.locals[local].written();
        let this = consumer.this.iter().map(|this| &this.ident);
        let patterns = consumer.params.iter().filter(|param| param.pattern.is_some());
        this.chain(patterns.map(|param| &param.ident)).any(|own| *own == name)
    }
}
