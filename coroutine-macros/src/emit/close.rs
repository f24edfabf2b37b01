//! Closing: from the `recv!()` that waits outwards, each block's handler runs, then its locals are dropped.

use super::rewrite::Rewriter;
use super::state::{Own, braced};
use super::{Emitter, hidden};
use crate::ir::{Handler, Local, LocalSet, ScopeId, Suspension};
use crate::parse::Consumer;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use std::collections::BTreeSet;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, Stmt};

impl Emitter<'_> {
    /// Of the `state`: what `close` does, and gives.
    pub(super) fn close(&self) -> TokenStream {
        let (place, machine) = (hidden("state"), &self.layout.machine);
        // States that close alike share an arm.
        let mut arms: Vec<Arm<'_>> = Vec::new();
        for (suspension, saved) in &self.layout.states {
            let guards: Vec<(ScopeId, &Handler)> = self.guards(*suspension).collect();
            if guards.is_empty() {
                continue;
            }
            let named = self.named_in_handlers(&guards);
            let is_bound = |local: &Local| self.is_bound(*local, &named);
            let bound: BTreeSet<Local> = saved.iter().copied().filter(is_bound).collect();
            let scopes = guards.iter().map(|(scope, _)| *scope).collect();
            let own =
                Own { state: &self.body.suspensions[*suspension].state, saved, is_start: false };
            let alike = |arm: &&mut Arm| arm.bound == bound && arm.scopes == scopes;
            if let Some(arm) = arms.iter_mut().find(alike) {
                arm.states.push(own);
            } else {
                let code = self.closing(saved, &guards);
                arms.push(Arm { states: vec![own], bound, named, scopes, code });
            }
        }
        let arms = arms.iter().map(|arm| {
            let (patterns, code) = (self.closing_pattern(arm), &arm.code);
            quote!(#patterns => { #code })
        });
        if arms.len() == 0 && !self.layout.returned {
            // No handler: the locals are dropped.
            return quote!({
                *#place = #machine::Done;
                ::core::option::Option::None
            });
        }
        let output = hidden("output");
        let returned = self.layout.returned.then(
            || quote!(#machine::Returned { #output } => ::core::option::Option::Some(#output),),
        );
        quote! {
            match ::core::mem::replace(#place, #machine::Done) {
                #(#arms)*
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

    /// Binds what the handlers name, and what has to be dropped at its own time.
    fn closing_pattern(&self, arm: &Arm<'_>) -> TokenStream {
        let shape = &self.layout.shape;
        let fields = |part: &[Local]| -> Vec<TokenStream> {
            let bound = part.iter().filter(|local| arm.bound.contains(local));
            bound.map(|local| self.field(*local, &arm.named)).collect()
        };
        let places: Vec<TokenStream> = arm
            .states
            .iter()
            .map(|own| {
                let (place, payload) = (self.place(own.state), shape.payload(own.saved));
                let fields = fields(&payload);
                let fields = braced(&fields, fields.len() < payload.len());
                quote!(#place #fields)
            })
            .collect();
        if !shape.is_nested() {
            return quote!(#(#places)|*);
        }
        let (machine, waiting, field) = (&self.layout.machine, &shape.waiting, &shape.field);
        let mut common = fields(&shape.common);
        let mut left_out = common.len() < shape.common.len();
        // A join never waits to be closed.
        let everywhere = arm.states.len() == self.layout.states.len();
        if everywhere && arm.bound.iter().all(|local| shape.is_common(*local)) {
            left_out = true;
        } else {
            common.push(quote!(#field: #(#places)|*));
        }
        let fields = braced(&common, left_out);
        quote!(#machine::#waiting #fields)
    }

    fn closing(&self, saved: &[Local], guards: &[(ScopeId, &Handler)]) -> TokenStream {
        let mut code = TokenStream::new();
        let Some(((outermost, last), inner)) = guards.split_last() else {
            unreachable!("called with handlers")
        };
        let mut done: Option<ScopeId> = None;
        for (scope, handler) in inner {
            code = self.inside_of(*scope, saved, done, guards, &code);
            let held = self.held(saved, guards, |local| self.body.locals[local].scope == *scope);
            let statements = self.statement(handler);
            code = quote!({ #held #code #statements });
            done = Some(*scope);
        }
        code = self.inside_of(*outermost, saved, done, guards, &code);
        let is_functions_own = self.is_function_level(*outermost);
        let end = if is_functions_own {
            self.result(last)
        } else {
            let statements = self.statement(last);
            quote!(#statements ::core::option::Option::None)
        };
        quote!(#code #end)
    }

    /// Closes what lies in the blocks inside of a handler's own: their locals are dropped before the handler runs. Those of
    /// `done` have been already.
    fn inside_of(
        &self,
        scope: ScopeId,
        saved: &[Local],
        done: Option<ScopeId>,
        guards: &[(ScopeId, &Handler)],
        code: &TokenStream,
    ) -> TokenStream {
        let held = self.held(saved, guards, |local| {
            let own = self.body.locals[local].scope;
            let further_in = done.is_some_and(|done| self.body.is_within(own, done));
            own != scope && self.body.is_within(own, scope) && !further_in
        });
        if held.is_empty() { code.clone() } else { quote!({ #held #code }) }
    }

    /// Takes locals into a block of the expansion, which drops them.
    fn held(
        &self,
        saved: &[Local],
        guards: &[(ScopeId, &Handler)],
        is_held: impl Fn(Local) -> bool,
    ) -> TokenStream {
        let named = self.named_in_handlers(guards);
        saved
            .iter()
            .copied()
            .filter(|local| !self.body.locals[*local].plain && is_held(*local))
            .map(|local| {
                let (binding, name) = (self.binding(local, &named), self.held_name(local, &named));
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

    /// The borrows that a handler uses.
    fn borrowed(&self, handler: &Handler) -> TokenStream {
        let mut all = LocalSet::empty(&self.body.locals);
        all.extend(handler.effects.mentions());
        let all = self.body.with_owners(&all);
        let again: Vec<Local> =
            all.iter().filter(|local| self.body.taken_again(*local).is_some()).collect();
        again.iter().map(|local| self.take_again(*local, &again, &|expr, _| expr.clone())).collect()
    }

    /// The handler of the function's own block, whose value may be the output.
    fn is_function_level(&self, scope: ScopeId) -> bool {
        self.body.scopes[scope].parent == Some(ScopeId::first())
    }

    /// A handler whose value nobody wants.
    fn statement(&self, handler: &Handler) -> TokenStream {
        let block = self.block(handler);
        match block {
            Printed::Statements(tokens) => tokens,
            Printed::Value { before, value } => quote!(#before #value;),
        }
    }

    /// The function-level handler: of type `Output` it is what `close` gives, of type `()` nothing is given.
    fn result(&self, handler: &Handler) -> TokenStream {
        let unit = Consumer::is_unit(&self.consumer.output);
        match self.block(handler) {
            Printed::Statements(tokens) if unit => quote!(#tokens ::core::option::Option::Some(())),
            Printed::Value { before, value } if unit => {
                quote!(#before ::core::option::Option::Some(#value))
            }
            Printed::Statements(tokens) => quote!(#tokens ::core::option::Option::None),
            Printed::Value { before, value } if is_evident(handler) => {
                quote!(#before ::core::option::Option::Some(#value))
            }
            Printed::Value { before, value } => {
                // A value of another type is told where it stands.
                let span = value.span().resolved_at(Span::mixed_site());
                let output = quote_spanned! {span=>
                    ::coroutine_runtime::__private::Tail(#value).output()
                };
                quote! {
                    #before
                    #[allow(unused_imports)]
                    use ::coroutine_runtime::__private::TailValue as _;
                    #output
                }
            }
        }
    }

    fn block(&self, handler: &Handler) -> Printed {
        let label = syn::Lifetime::new("'handler", Span::mixed_site());
        let ends = |value: &TokenStream| quote!(break #label #value;);
        let stored = |name: &Ident| self.is_stored(name);
        let printed = Rewriter { complete: &ends, exits: &[], in_loop: false, stored: &stored }
            .rewrite(&handler.block);
        let borrowed = self.borrowed(handler);
        if returns(&handler.block) {
            return Printed::Value { before: borrowed, value: quote!(#label: #printed) };
        }
        let mut stmts = handler.block.stmts.clone();
        match stmts.last() {
            Some(Stmt::Expr(_, None)) => {
                let Some(Stmt::Expr(value, None)) = stmts.pop() else { unreachable!("just seen") };
                Printed::Value { before: quote!(#borrowed #(#stmts)*), value: quote!(#value) }
            }
            _ => Printed::Statements(quote!(#borrowed #(#stmts)*)),
        }
    }
}

/// States that close alike.
struct Arm<'e> {
    states: Vec<Own<'e>>,
    bound: BTreeSet<Local>,
    /// Of these, what the handlers name.
    named: BTreeSet<Local>,
    /// Where the handlers stand.
    scopes: Vec<ScopeId>,
    code: TokenStream,
}

/// A handler's code.
enum Printed {
    Statements(TokenStream),
    Value { before: TokenStream, value: TokenStream },
}

/// Whether a handler's value is seen not to be `()`.
fn is_evident(handler: &Handler) -> bool {
    let Some(Stmt::Expr(value, None)) = handler.block.stmts.last() else { return false };
    matches!(
        value,
        Expr::Lit(_)
            | Expr::Path(_)
            | Expr::Struct(_)
            | Expr::Binary(_)
            | Expr::Cast(_)
            | Expr::Array(_)
    ) || matches!(value, Expr::Tuple(tuple) if !tuple.elems.is_empty())
}

/// Whether a handler ends itself early.
fn returns(block: &syn::Block) -> bool {
    struct Returns(bool);
    impl<'ast> Visit<'ast> for Returns {
        fn visit_expr_return(&mut self, _: &'ast syn::ExprReturn) {
            self.0 = true;
        }
        fn visit_expr_try(&mut self, _: &'ast syn::ExprTry) {
            self.0 = true;
        }
        fn visit_macro(&mut self, mac: &'ast syn::Macro) {
            self.0 |= mac.tokens.to_string().contains('?');
            visit::visit_macro(self, mac);
        }
        fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
        fn visit_expr_async(&mut self, _: &'ast syn::ExprAsync) {}
        fn visit_item(&mut self, _: &'ast syn::Item) {}
    }
    let mut returns = Returns(false);
    returns.visit_block(block);
    returns.0
}
