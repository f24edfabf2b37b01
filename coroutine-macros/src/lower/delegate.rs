//! `delegate!(consumer)`: a loop that passes on every input, until the inner consumer completes. A close handler around it
//! closes the inner one first.

use super::{Dest, Lowerer};
use crate::catalogue;
use crate::ir::{Handler, Local, Origin};
use crate::naming;
use crate::parse::Consumer;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, Lifetime, Macro, Type, UnOp, parse_quote_spanned};

impl Lowerer<'_> {
    /// Its value, the inner consumer's output, goes to `dest`.
    pub(super) fn delegate(&mut self, mac: &Macro, dest: Dest) {
        let (waits_for, source) = (self.waits_for.take(), self.source.clone());
        let site = self.site.take();
        let mut inner: Expr = match mac.parse_body() {
            Ok(inner) => inner,
            Err(error) => {
                return self.errors.at(&mac.path, catalogue::delegate_without_consumer(error));
            }
        };
        crate::sites::mark_inside(site, &mut std::iter::once(&mut inner));
        if self.is_itself(&inner) {
            let error = catalogue::delegate_to_itself(&self.consumer.ident);
            return self.errors.at(&inner, error);
        }
        self.in_scope(|lowerer| {
            let inner = lowerer.begin(inner);
            // What has been waited for to make it is outside: there is nothing to close yet.
            lowerer.in_scope(|lowerer| {
                lowerer.close_with(&inner);
                lowerer.delegating = Some((waits_for, source.clone()));
                lowerer.pass_on(&inner, dest);
            });
        });
        self.source = source;
    }

    fn pass_on(&mut self, inner: &Inner, dest: Dest) {
        let (passing, output) = self.passing(inner);
        let before = self.body.locals.len();
        self.expr(passing, dest);
        let passed = self.body.locals.indices().skip(before);
        let passed: Vec<Local> =
            passed.filter(|local| output == self.body.locals[*local].written()).collect();
        for local in passed {
            // It is passed on at once.
            self.body.locals[local].plain = true;
            self.body.locals[local].origin = Origin::Inner;
        }
    }

    /// Evaluates the consumer and primes it.
    fn begin(&mut self, consumer: Expr) -> Inner {
        let written = consumer.span();
        let at = written.resolved_at(Span::mixed_site());
        let (inner, begun) = (self.unused("inner", at), self.unused("begun", at));
        let (input, private) =
            (self.any_input(), quote_spanned!(at=> ::coroutine_runtime::__private));
        let (sent_to, drop) = if borrows_place(&consumer) {
            let mut consumer = consumer;
            crate::sites::strip(&mut consumer);
            // Borrowed each time, rather than held.
            self.stmt(
                parse_quote_spanned!(at=> let #begun = #private::begun::<#input, _>(#consumer);),
            );
            (consumer, None)
        } else {
            let mutability = Ident::new("mut", Span::mixed_site());
            let consumer = as_receiver(consumer);
            let mut call: syn::ExprMethodCall =
                parse_quote_spanned!(written=> ().__begin::<#input>());
            // Not through tokens: what stands in it keeps its place.
            *call.receiver = consumer;
            let mut stmt: syn::Stmt =
                parse_quote_spanned!(at=> let (#mutability #inner, #begun) = (););
            if let syn::Stmt::Local(syn::Local { init: Some(init), .. }) = &mut stmt {
                *init.expr = Expr::MethodCall(call);
            }
            self.stmt(stmt);
            self.body.delegates = true;
            (
                parse_quote_spanned!(at=> &mut #inner),
                Some(quote_spanned!(at=> ::core::mem::drop(#inner);)),
            )
        };
        // The output is taken out of the one, and nothing else in it has a drop; the other is dropped where it has completed.
        for local in [&inner, &begun].into_iter().filter_map(|name| self.env.get(&name.to_string()))
        {
            self.body.locals[local].plain = true;
            self.body.locals[local].origin = Origin::Inner;
        }
        Inner { sent_to, begun, drop, at, written }
    }

    /// `on_close! { close(&mut inner); }`
    fn close_with(&mut self, Inner { sent_to, written, .. }: &Inner) {
        let (input, close) =
            (self.any_input(), quote_spanned!(*written=> ::coroutine_runtime::__private::close));
        let mut block: Block = parse_quote_spanned!(*written=> { #close::<#input, _>(#sent_to); });
        let effects = self.resolver().handler(&mut block);
        self.body.scopes[self.scope].handler = Some(Handler { block, effects, of_inner: true });
    }

    /// Passes on what is received, until there is an output.
    /// What it is called on the way is the second.
    fn passing(&self, Inner { sent_to, begun, drop, at, written }: &Inner) -> (Expr, Ident) {
        // What is wrong with the inner consumer is reported where it stands.
        let complete = quote_spanned!(*at=> ::coroutine_runtime::CoroutineState::Complete);
        let yielded = quote_spanned!(*at=> ::coroutine_runtime::CoroutineState::Yielded);
        let (output, recv) = (self.unused("output", *at), Ident::new("recv", *at));
        // The calls are the user's own, so that debuggers and backtraces show the line.
        let call = |reply: Option<&Ident>| quote_spanned!(*written=> ::coroutine_runtime::Consumer::send(#sent_to, #recv!(#reply)));
        if Consumer::is_unit(&self.consumer.reply) {
            let sent = call(None);
            let nothing = quote_spanned!(*at=> ());
            let passing = parse_quote_spanned! {*at=>
                match #begun {
                    #complete(#output) => { #drop #output }
                    #yielded(#nothing) => loop {
                        if let #complete(#output) = #sent {
                            #drop
                            break #output;
                        }
                    },
                }
            };
            return (passing, output);
        }
        let (reply, next) = (self.unused("reply", *at), self.unused("next", *at));
        let mutability = Ident::new("mut", Span::mixed_site());
        let sent = call(Some(&reply));
        let passing = parse_quote_spanned! {*at=>
            match #begun {
                #complete(#output) => { #drop #output }
                #yielded(#mutability #reply) => loop {
                    match #sent {
                        #complete(#output) => {
                            #drop
                            break #output;
                        }
                        #yielded(#next) => #reply = #next,
                    }
                },
            }
        };
        (passing, output)
    }

    fn unused(&self, base: &str, at: Span) -> Ident {
        let taken = |name: &str| self.env.get(name).is_some() || self.consumer.mentions(name);
        Ident::new(&naming::unused(base, taken), at)
    }

    /// The input type, of any send.
    fn any_input(&self) -> Type {
        struct Elide<'f>(&'f [Lifetime]);
        impl VisitMut for Elide<'_> {
            fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
                if self.0.contains(lifetime) {
                    *lifetime = Lifetime::new("'_", Span::mixed_site());
                }
            }
        }
        let mut input = self.consumer.input.ty.clone();
        Elide(&self.consumer.input.fresh).visit_type_mut(&mut input);
        input
    }

    /// Whether a consumer is made by the very function that would hold it.
    fn is_itself(&self, inner: &Expr) -> bool {
        match inner {
            Expr::Call(call) => {
                matches!(&*call.func, Expr::Path(path) if self.is_own_name(&path.path))
            }
            Expr::MethodCall(call) if call.method == "prime" => self.is_itself(&call.receiver),
            Expr::MethodCall(call) => {
                self.consumer.this.is_some() && call.method == self.consumer.ident
            }
            Expr::Paren(inner) => self.is_itself(&inner.expr),
            _ => false,
        }
    }

    fn is_own_name(&self, path: &syn::Path) -> bool {
        let names: Vec<&Ident> = path.segments.iter().map(|segment| &segment.ident).collect();
        match names.as_slice() {
            [name] => **name == self.consumer.ident && self.env.get(&name.to_string()).is_none(),
            [outer, name] => {
                (*outer == "Self" || *outer == "self") && **name == self.consumer.ident
            }
            _ => false,
        }
    }
}

/// The inner consumer, begun.
struct Inner {
    /// `&mut inner`
    sent_to: Expr,
    /// What it has answered to being primed.
    begun: Ident,
    /// What is done when it has completed.
    drop: Option<TokenStream>,
    /// Where it stands.
    at: Span,
    /// The same, as the user's.
    written: Span,
}

/// What a method can be called on.
fn as_receiver(expr: Expr) -> Expr {
    match expr {
        Expr::Path(_) | Expr::Call(_) | Expr::MethodCall(_) | Expr::Field(_) | Expr::Paren(_) => {
            expr
        }
        expr => Expr::Paren(syn::ExprParen {
            attrs: Vec::new(),
            paren_token: syn::token::Paren::default(),
            expr: Box::new(expr),
        }),
    }
}

/// `&mut self.inner`, `&mut inner`: of a place that is the same each time.
fn borrows_place(consumer: &Expr) -> bool {
    fn is_pure(place: &Expr) -> bool {
        match place {
            Expr::Path(_) => true,
            Expr::Field(field) => is_pure(&field.base),
            Expr::Paren(inner) => is_pure(&inner.expr),
            Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)) && is_pure(&unary.expr),
            _ => false,
        }
    }
    matches!(consumer, Expr::Reference(reference) if reference.mutability.is_some() && is_pure(&reference.expr))
}
