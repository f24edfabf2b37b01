//! Whether a loop or labelled block is left by a `break`, and with a value.

use crate::markers;
use crate::std_macros::Arguments;
use syn::visit::{self, Visit};
use syn::{Expr, ExprBreak, ExprForLoop, ExprLoop, ExprWhile, Label};

/// Whether some `break` leaves a `loop`.
pub(super) fn breaks(expr: &ExprLoop) -> bool {
    let label = expr.label.as_ref().map(|label| label.name.ident.to_string());
    let mut breaks = Breaks { label, unlabelled: true, any: false, found: false };
    breaks.visit_block(&expr.body);
    breaks.any
}

/// Whether some `break` out of a loop or labelled block has a value.
pub(super) fn breaks_with_value(block: &syn::Block, label: Option<&Label>, is_loop: bool) -> bool {
    find_breaks(block, label, is_loop).found
}

pub(super) fn find_breaks(block: &syn::Block, label: Option<&Label>, is_loop: bool) -> Breaks {
    let mut breaks = Breaks {
        label: label.map(|label| label.name.ident.to_string()),
        unlabelled: is_loop,
        any: false,
        found: false,
    };
    breaks.visit_block(block);
    breaks
}

pub(super) struct Breaks {
    label: Option<String>,
    /// A `break` without a label means the loop that is asked about.
    unlabelled: bool,
    pub(super) any: bool,
    pub(super) found: bool,
}

impl Breaks {
    fn in_loop(&mut self, walk: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.unlabelled, false);
        walk(self);
        self.unlabelled = outer;
    }
}

impl<'ast> Visit<'ast> for Breaks {
    fn visit_expr_break(&mut self, expr: &'ast ExprBreak) {
        let ours = match &expr.label {
            Some(label) => self.label.as_ref().is_some_and(|own| label.ident == own),
            None => self.unlabelled,
        };
        self.any |= ours;
        self.found |= ours && expr.expr.is_some();
        visit::visit_expr_break(self, expr);
    }
    fn visit_expr_loop(&mut self, expr: &'ast ExprLoop) {
        self.in_loop(|breaks| visit::visit_expr_loop(breaks, expr));
    }
    fn visit_expr_while(&mut self, expr: &'ast ExprWhile) {
        self.in_loop(|breaks| visit::visit_expr_while(breaks, expr));
    }
    fn visit_expr_for_loop(&mut self, expr: &'ast ExprForLoop) {
        self.in_loop(|breaks| visit::visit_expr_for_loop(breaks, expr));
    }
    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        let reply = markers::Marker::of(mac).and_then(|_| mac.parse_body::<Expr>().ok());
        let arguments = Arguments::of(mac);
        for argument in arguments.iter().flat_map(Arguments::exprs).chain(&reply) {
            // The tokens are taken apart for this alone.
            let mut inner = Breaks { label: self.label.clone(), any: false, found: false, ..*self };
            inner.visit_expr(argument);
            self.any |= inner.any;
            self.found |= inner.found;
        }
    }
    fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
    fn visit_item(&mut self, _: &'ast syn::Item) {}
}
