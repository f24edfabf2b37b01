//! The macros of the language: which invocations are ours, and where they stand.

use proc_macro2::Span;
use syn::visit::Visit;
use syn::{Block, Expr, Macro};

/// A macro that means something inside `#[consumer]`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Marker {
    Recv,
    OnClose,
    Delegate,
}

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
        match segments.last()?.ident.to_string().as_str() {
            "recv" => Some(Marker::Recv),
            "on_close" => Some(Marker::OnClose),
            "delegate" => Some(Marker::Delegate),
            _ => None,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Marker::Recv => "recv!",
            Marker::OnClose => "on_close!",
            Marker::Delegate => "delegate!",
        }
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

impl<'ast> Visit<'ast> for Suspensions {
    fn visit_macro(&mut self, mac: &'ast Macro) {
        match Marker::of(mac) {
            Some(Marker::Recv | Marker::Delegate) => {
                self.count += 1;
                self.spans.push(mac.path.segments[0].ident.span());
            }
            Some(Marker::OnClose) => self.handlers += 1,
            None => {}
        }
    }
    fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &'ast syn::ExprAsync) {}
    fn visit_item(&mut self, _: &'ast syn::Item) {}
    fn visit_expr_const(&mut self, _: &'ast syn::ExprConst) {}
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

/// Where each `recv!()` of a block stands.
pub(crate) fn spans(block: &Block) -> Vec<Span> {
    scan(|s| s.visit_block(block)).spans
}
