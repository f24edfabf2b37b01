//! Blocks, statements and items inside of a piece.

use super::{Resolver, Use, bind};
use crate::ir::Effects;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Item, Pat, Stmt};

impl Resolver<'_> {
    pub(super) fn block(&mut self, block: &mut Block, usage: Use) {
        let leaves = self.nested == 0 && self.diverges(block);
        self.leaving_if(leaves, |resolver| {
            resolver.scope(|resolver| {
                let last = block.stmts.len().saturating_sub(1);
                for (index, stmt) in block.stmts.iter_mut().enumerate() {
                    match stmt {
                        Stmt::Expr(expr, None) if index == last => resolver.expr(expr, usage),
                        stmt => resolver.stmt(stmt),
                    }
                }
            });
        });
    }

    pub(super) fn stmt(&mut self, stmt: &mut Stmt) {
        match stmt {
            Stmt::Local(local) => {
                if let Some(init) = &mut local.init {
                    self.initialized(
                        &local.pat,
                        &mut init.expr,
                        init.diverge.as_mut().map(|(_, diverge)| &mut **diverge),
                    );
                }
                self.bind_inner(&mut local.pat);
            }
            // A statement's value is dropped: `x;` moves.
            Stmt::Expr(expr, _) => {
                let is_path = matches!(expr, Expr::Path(_));
                self.expr(expr, Use::Value);
                // `*x;` is another mistake than `x;`, of which rustc tells where it stands as it is written.
                if is_path && matches!(expr, Expr::Unary(_)) {
                    *stmt = syn::parse_quote!(let _ = #expr;);
                }
            }
            Stmt::Macro(stmt) => {
                crate::sites::take_from(&mut stmt.attrs);
                self.mac(&mut stmt.mac);
            }
            Stmt::Item(item) => self.item(item),
        }
    }

    /// `let PATTERN = expr else { diverge };` whose bindings are locals of the body.
    pub(crate) fn initializer(
        mut self,
        pat: &Pat,
        expr: &mut Expr,
        diverge: Option<&mut Expr>,
    ) -> Effects {
        self.initialized(pat, expr, diverge);
        self.effects
    }

    /// A place that is taken apart is moved only where a binding takes by value.
    fn initialized(&mut self, pat: &Pat, expr: &mut Expr, diverge: Option<&mut Expr>) {
        self.mutating = bind::changes(pat);
        self.expr(expr, initializer_use(pat));
        if let Some(diverge) = diverge {
            // It may jump to a label inside of the piece, and come back behind that.
            let leaves = self.leaves(diverge);
            let otherwise = self.way(leaves, |resolver| resolver.expr(diverge, Use::Value));
            let matched = self.way(false, |_| {});
            self.fork(vec![matched, otherwise]);
        }
    }

    /// Items see no locals. Their names may hide ours, and our macros mean nothing in them.
    pub(super) fn item(&mut self, item: &mut Item) {
        crate::sites::take_of_item(item);
        let named = match &*item {
            Item::Const(item) => Some(&item.ident),
            Item::Static(item) => Some(&item.ident),
            Item::Fn(item) => Some(&item.sig.ident),
            _ => None,
        };
        if let (Some(name), Some(inner)) = (named, self.inner.last_mut()) {
            inner.push(name.to_string());
        }
        let mut misplaced = Misplaced(self);
        misplaced.visit_item_mut(item);
    }
}

pub(super) fn initializer_use(pat: &Pat) -> Use {
    match pat {
        Pat::Type(typed) => initializer_use(&typed.pat),
        Pat::Wild(_) => Use::Place,
        Pat::Ident(pat) if pat.by_ref.is_none() && bind::is_binding(pat) => Use::Value,
        pat if bind::moves(pat) => Use::Perhaps,
        _ => Use::Place,
    }
}

/// Reports our macros inside of an item.
struct Misplaced<'r, 'a>(&'r mut Resolver<'a>);

impl VisitMut for Misplaced<'_, '_> {
    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        self.0.report_misplaced(mac, "a nested function");
        self.0.arguments_in_item(mac);
        visit_mut::visit_macro_mut(self, mac);
    }
    // Only `macro_rules!` declares a name, and what it declares may be for anywhere.
    fn visit_item_macro_mut(&mut self, item: &mut syn::ItemMacro) {
        if item.ident.is_some() && !item.mac.path.is_ident("macro_rules") {
            self.0.markers_in(item.mac.tokens.clone());
        }
        visit_mut::visit_item_macro_mut(self, item);
    }
    // A consumer of its own.
    fn visit_item_fn_mut(&mut self, item: &mut syn::ItemFn) {
        if !crate::markers::is_consumer(&item.attrs) {
            visit_mut::visit_item_fn_mut(self, item);
        }
    }
    fn visit_impl_item_fn_mut(&mut self, item: &mut syn::ImplItemFn) {
        if !crate::markers::is_consumer(&item.attrs) {
            visit_mut::visit_impl_item_fn_mut(self, item);
        }
    }
}
