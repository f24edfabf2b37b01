//! The macros of the language: which invocations are ours, and where they stand.

use crate::std_macros::Arguments;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::visit::Visit;
use syn::{Block, Expr, Macro};

/// A macro that means something inside `#[consumer]`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Marker {
    Recv,
    OnClose,
    Delegate,
}

const NAMES: [(&str, Marker); 3] =
    [("recv", Marker::Recv), ("on_close", Marker::OnClose), ("delegate", Marker::Delegate)];

impl Marker {
    /// `recv!`, `coroutine_runtime::recv!` and `::coroutine_runtime::recv!` are ours; `other::recv!` is not.
    pub(crate) fn of(mac: &Macro) -> Option<Marker> {
        let segments = &mac.path.segments;
        let ours = match segments.len() {
            1 => mac.path.leading_colon.is_none(),
            2 => segments[0].ident == "coroutine_runtime",
            _ => false,
        };
        if !ours {
            return None;
        }
        Marker::named(&segments.last()?.ident)
    }

    /// The one with this name.
    pub(crate) fn named(name: &Ident) -> Option<Marker> {
        NAMES.iter().find(|(known, _)| name == known).map(|(_, marker)| *marker)
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Marker::Recv => "recv!",
            Marker::OnClose => "on_close!",
            Marker::Delegate => "delegate!",
        }
    }
}

/// Whether some attribute is `#[consumer]`, `#[coroutine_runtime::consumer]`.
pub(crate) fn is_consumer(attrs: &[syn::Attribute]) -> bool {
    attrs.iter().any(|attr| names_consumer(attr.path()))
}

pub(crate) fn names_consumer(path: &syn::Path) -> bool {
    let segments = &path.segments;
    path.is_ident("consumer")
        || (segments.len() == 2
            && segments[0].ident == "coroutine_runtime"
            && segments[1].ident == "consumer")
}

/// The names by which a function invokes our macros without a path, also where they are wrong: what imports them
/// has to stay used.
pub(crate) fn imported(body: TokenStream) -> Vec<Ident> {
    let mut found = invoked(body);
    found.sort();
    found.dedup();
    found
}

/// The first that is called without its `!`.
pub(crate) fn called(body: &Block) -> Option<&Ident> {
    struct Called<'ast>(Option<&'ast Ident>);
    impl<'ast> Visit<'ast> for Called<'ast> {
        fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
            if let Expr::Path(path) = &*call.func
                && let Some(name) = path.path.get_ident()
                && matches!(Marker::named(name), Some(Marker::Recv | Marker::Delegate))
            {
                self.0.get_or_insert(name);
            }
            syn::visit::visit_expr_call(self, call);
        }
    }
    let mut called = Called(None);
    called.visit_block(body);
    called.0
}

/// Each invocation of one of ours among the tokens.
pub(crate) fn invoked(tokens: TokenStream) -> Vec<Ident> {
    let mut found = Vec::new();
    calls(tokens, false, &mut found);
    found
}

/// What is invoked by one of our names; behind a path too, or not.
fn calls(tokens: TokenStream, by_path: bool, found: &mut Vec<Ident>) {
    let is_colon = |token: &Option<TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
    let mut before: [Option<TokenTree>; 3] = [None, None, None];
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            calls(group.stream(), by_path, found);
        }
        let is_call = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '!');
        let is_path = is_colon(&before[0]) && is_colon(&before[1]);
        if let (true, Some(TokenTree::Ident(name))) = (is_call && (by_path || !is_path), &before[2])
            && NAMES.iter().any(|(known, _)| name == known)
        {
            found.push(name.clone());
        }
        before = [before[1].take(), before[2].take(), Some(token)];
    }
}

/// Counts what suspends in a piece of the body, not looking into closures, `async` blocks and items:
/// those are functions of their own.
#[derive(Default)]
struct Suspensions {
    count: usize,
    handlers: usize,
    spans: Vec<Span>,
}

impl Suspensions {
    /// The arguments of a macro of the standard library with one of ours in it.
    fn worth_reading(mac: &Macro) -> Option<Arguments> {
        let mut found = Vec::new();
        calls(mac.tokens.clone(), true, &mut found);
        if found.is_empty() { None } else { Arguments::of(mac) }
    }
}

impl Visit<'_> for Suspensions {
    fn visit_macro(&mut self, mac: &Macro) {
        match Marker::of(mac) {
            Some(Marker::Recv | Marker::Delegate) => {
                self.count += 1;
                self.spans.push(mac.path.segments[0].ident.span());
            }
            Some(Marker::OnClose) => self.handlers += 1,
            None => {
                if let Some(arguments) = Suspensions::worth_reading(mac) {
                    arguments.exprs().for_each(|expr| self.visit_expr(expr));
                    if let Some((_, _, Some((_, guard)))) = &arguments.pattern {
                        self.visit_expr(guard);
                    }
                }
            }
        }
    }
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {}
    fn visit_item(&mut self, _: &syn::Item) {}
    fn visit_expr_const(&mut self, _: &syn::ExprConst) {}
}

fn scan(walk: impl FnOnce(&mut Suspensions)) -> Suspensions {
    let mut suspensions = Suspensions::default();
    walk(&mut suspensions);
    suspensions
}

/// How many `recv!()` an expression has; each `recv!(recv!())` counts once, its reply is looked at later.
pub(crate) fn count(expr: &Expr) -> usize {
    scan(|s| s.visit_expr(expr)).count
}

/// Where the first `recv!()` of an expression stands.
pub(crate) fn first(expr: &Expr) -> Option<Span> {
    scan(|s| s.visit_expr(expr)).spans.first().copied()
}

/// Whether the compiler must open this expression: it suspends, or a handler stands in it.
pub(crate) fn opens(expr: &Expr) -> bool {
    let found = scan(|s| s.visit_expr(expr));
    found.count + found.handlers > 0
}

/// The same of a statement.
pub(crate) fn stmt_opens(stmt: &syn::Stmt) -> bool {
    let found = scan(|s| s.visit_stmt(stmt));
    found.count + found.handlers > 0
}

/// Whether a macro call waits: it is one of ours, or has one among its arguments.
pub(crate) fn macro_opens(mac: &Macro) -> bool {
    scan(|s| s.visit_macro(mac)).count > 0
}

/// Where each `recv!()` of a block stands.
pub(crate) fn spans(block: &Block) -> Vec<Span> {
    scan(|s| s.visit_block(block)).spans
}
