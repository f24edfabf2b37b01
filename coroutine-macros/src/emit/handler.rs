//! The code of a handler: as a statement, or with the value that `close` gives.

use super::Emitter;
use super::rewrite::Rewriter;
use crate::ir::{Handler, Local, LocalSet, ScopeId};
use crate::parse::Consumer;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Stmt;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

impl Emitter<'_> {
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
    pub(super) fn is_function_level(&self, scope: ScopeId) -> bool {
        self.body.scopes[scope].parent == Some(ScopeId::first())
    }

    /// A handler whose value nobody wants.
    pub(super) fn statement(&self, handler: &Handler) -> TokenStream {
        let block = self.block(handler);
        match block {
            Printed::Statements(tokens) => tokens,
            Printed::Value { before, value } => quote!(#before #value;),
        }
    }

    /// The function-level handler: of type `Output` it is what `close` gives, of type `()` nothing is given.
    pub(super) fn result(&self, handler: &Handler) -> TokenStream {
        let unit = Consumer::is_unit(&self.consumer.output);
        match self.block(handler) {
            Printed::Statements(tokens) if unit => quote!(#tokens ::core::option::Option::Some(())),
            Printed::Value { before, value } if unit => {
                quote!(#before ::core::option::Option::Some(#value))
            }
            Printed::Statements(tokens) => quote!(#tokens ::core::option::Option::None),
            Printed::Value { before, value } if crate::evident::gives_value(&handler.block) => {
                quote!(#before ::core::option::Option::Some(#value))
            }
            Printed::Value { before, value } => {
                // A value of another type is told where it stands.
                let span = value.span().resolved_at(Span::mixed_site());
                let ty = &self.consumer.output;
                let output = quote_spanned! {span=>
                    ::coroutine_runtime::__private::gives::<#ty, _, _>(#value)
                };
                quote!(#before #output)
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

/// A handler's code.
enum Printed {
    Statements(TokenStream),
    Value { before: TokenStream, value: TokenStream },
}

/// Whether a handler ends itself early.
pub(super) fn returns(block: &syn::Block) -> bool {
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
