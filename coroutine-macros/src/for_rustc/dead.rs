//! Values that end before they are used: one that is assigned and not read, and one that is borrowed for longer than its block.

use crate::ir::{Body, Local, Origin};
use crate::liveness::Analysis;
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Expr, ExprReference, Stmt};

/// Whether something is assigned to a local that nothing reads afterwards. If a value is not needed behind a wait, it is not stored: no
/// transition has the assignment then.
pub(super) fn has_dead_store(body: &Body, analysis: &Analysis) -> bool {
    let is_minded = |local: &Local| {
        let decl = &body.locals[*local];
        decl.origin == Origin::Written && !decl.attributed && !decl.written().starts_with('_')
    };
    analysis.order.iter().any(|&block| {
        let behind = analysis.live.behind_each(body, block);
        let pieces = body.blocks[block].pieces(body);
        pieces.into_iter().zip(behind).any(|(effects, live)| {
            let mut assigned = effects.replaces.iter().filter(|local| is_minded(local));
            assigned.any(|local| effects.assigns.contains_key(local) && !live.contains(*local))
        })
    })
}

/// Whether a local of an outer block is given a borrow of one of an inner block: `lent = &byte;`. A block that waits has no end of its own in a transition.
pub(super) fn lends_to_outer(body: &Body) -> bool {
    body.blocks.iter().flat_map(|(_, block)| &block.statements).any(|statement| {
        let Stmt::Expr(Expr::Assign(assign), _) = &statement.stmt else { return false };
        let lent = lent(&assign.right);
        let is_lent = |local: &Local| lent.contains(&body.locals[*local].ident.to_string());
        let inner = statement.effects.reads.iter().filter(|local| is_lent(local));
        let scopes: Vec<_> = inner.map(|local| body.locals[*local].scope).collect();
        statement.effects.assigns.keys().any(|outer| {
            let outer = body.locals[*outer].scope;
            scopes.iter().any(|inner| *inner != outer && body.is_within(*inner, outer))
        })
    })
}

/// The names behind a `&`.
fn lent(value: &Expr) -> BTreeSet<String> {
    struct Lent(BTreeSet<String>);
    impl<'ast> Visit<'ast> for Lent {
        fn visit_expr_reference(&mut self, lent: &'ast ExprReference) {
            if let Expr::Path(path) = &*lent.expr
                && let Some(name) = path.path.get_ident()
            {
                self.0.insert(name.to_string());
            }
            visit::visit_expr_reference(self, lent);
        }
    }
    let mut lent = Lent(BTreeSet::new());
    lent.visit_expr(value);
    lent.0
}
