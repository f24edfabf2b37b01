//! Prints the body with what shows the witnesses their types.

use crate::emit::handler;
use crate::ir::TypedBy;
use crate::markers::Marker;
use crate::parse::Consumer;
use crate::sites::{self, Site};
use crate::std_macros::Arguments;
use proc_macro2::{Ident, Span};
use quote::{ToTokens, quote, quote_spanned};
use std::collections::{BTreeSet, HashMap};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Macro, Pat, PatIdent, Stmt};

/// Prints the body, with what shows the witnesses their types.
pub(super) struct Printer<'p> {
    pub(super) consumer: &'p Consumer,
    /// The witnesses of what has its type by a place.
    pub(super) by_place: HashMap<TypedBy, Vec<Ident>>,
    /// Items that are gone from where they stood.
    pub(super) hoisted: &'p BTreeSet<Site>,
    /// How many blocks are around.
    pub(super) depth: usize,
}

impl Printer<'_> {
    fn witnesses(&self, place: TypedBy) -> &[Ident] {
        self.by_place.get(&place).map_or(&[], Vec::as_slice)
    }

    /// `__tie(x, x_);` for what a pattern binds.
    fn bound(&self, pat: &mut Pat) -> Vec<Stmt> {
        struct Bound<'b, 'p>(&'b Printer<'p>, Vec<Stmt>, BTreeSet<String>);
        impl VisitMut for Bound<'_, '_> {
            fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
                let Some(site) = sites::take_from(&mut pat.attrs) else { return };
                let name = &pat.ident;
                // The cases of `A(x) | B(x)` bind the same.
                for witness in self.0.witnesses(TypedBy::Binding(site)) {
                    if self.2.insert(witness.to_string()) {
                        self.1.push(syn::parse_quote!(__tie(#name, #witness);));
                    }
                }
                visit_mut::visit_pat_ident_mut(self, pat);
            }
            fn visit_expr_mut(&mut self, _: &mut Expr) {}
        }
        let mut bound = Bound(self, Vec::new(), BTreeSet::new());
        bound.visit_pat_mut(pat);
        let mut bound = bound.1;
        if let Pat::Guard(guarded) = pat {
            bound.extend(self.bound_in(&mut guarded.guard));
        }
        bound
    }

    /// The same for the `let`s of a condition.
    fn bound_in(&self, cond: &mut Expr) -> Vec<Stmt> {
        match cond {
            Expr::Let(cond) => self.bound(&mut cond.pat),
            Expr::Paren(inner) => self.bound_in(&mut inner.expr),
            Expr::Binary(binary) => {
                let mut bound = self.bound_in(&mut binary.left);
                bound.extend(self.bound_in(&mut binary.right));
                bound
            }
            _ => Vec::new(),
        }
    }

    /// What stands in the parentheses of a macro of the language, or of the standard library.
    fn arguments(&mut self, mac: &mut Macro, site: Option<Site>) {
        if Marker::of(mac).is_some() {
            let Ok(mut argument) = mac.parse_body::<Expr>() else { return };
            sites::mark_inside(site, &mut std::iter::once(&mut argument));
            self.visit_expr_mut(&mut argument);
            mac.tokens = argument.into_token_stream();
        } else if !crate::markers::invoked(mac.tokens.clone()).is_empty()
            && let Some(mut arguments) = Arguments::of(mac)
        {
            sites::mark_inside(site, &mut arguments.exprs_mut());
            arguments.exprs_mut().for_each(|expr| self.visit_expr_mut(expr));
            mac.tokens = arguments.into_token_stream();
        }
    }

    /// A handler: its value is the output, if it is that of the function.
    fn handler(&self, mac: &Macro) -> Stmt {
        let block = mac.parse_body_with(Block::parse_within).unwrap_or_default();
        let block = Block { brace_token: syn::token::Brace::default(), stmts: block };
        let output = &self.consumer.output;
        let gives = self.depth == 1 && !Consumer::is_unit(output);
        let tail = matches!(block.stmts.last(), Some(Stmt::Expr(_, None)));
        let value = if handler::returns(&block) {
            let output = (gives && tail).then(|| quote!(-> #output));
            quote!((|| #output { ::core::panic!(); #[allow(unused_braces)] #block })())
        } else {
            quote!(#block)
        };
        let value = if gives {
            quote!(::coroutine_runtime::__private::gives::<#output, _, _>(#value))
        } else {
            value
        };
        syn::parse_quote!(if __is_closing() { let _ = #value; ::core::unreachable!() })
    }

    fn is_handler(stmt: &Stmt) -> Option<&Macro> {
        let mac = match stmt {
            Stmt::Macro(call) => &call.mac,
            Stmt::Expr(Expr::Macro(call), _) => &call.mac,
            _ => return None,
        };
        (Marker::of(mac) == Some(Marker::OnClose)).then_some(mac)
    }
}

impl VisitMut for Printer<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        self.depth += 1;
        let mut stmts: Vec<Stmt> = Vec::new();
        let last = block.stmts.iter().rposition(|stmt| Printer::is_handler(stmt).is_none());
        for (at, mut stmt) in std::mem::take(&mut block.stmts).into_iter().enumerate() {
            if let Some(mac) = Printer::is_handler(&stmt) {
                // It is not the value of the block; what stands in front of it may be.
                let handler = self.handler(mac);
                let at = match stmts.last() {
                    Some(Stmt::Expr(_, None)) => stmts.len() - 1,
                    _ => stmts.len(),
                };
                stmts.insert(at, handler);
                continue;
            }
            match &mut stmt {
                Stmt::Item(item) => {
                    let site = sites::take_of_item(item);
                    if site.is_some_and(|site| self.hoisted.contains(&site)) {
                        continue;
                    }
                }
                Stmt::Macro(call) => {
                    let site = sites::take_from(&mut call.attrs);
                    self.arguments(&mut call.mac, site);
                }
                stmt => self.visit_stmt_mut(stmt),
            }
            let bound = match &mut stmt {
                Stmt::Local(local) => self.bound(&mut local.pat),
                _ => Vec::new(),
            };
            if let Stmt::Expr(Expr::Verbatim(_), semi @ None) = &mut stmt
                && Some(at) != last
            {
                // It was a block, and is a call now.
                *semi = Some(syn::Token![;](Span::mixed_site()));
            }
            stmts.push(stmt);
            stmts.extend(bound);
        }
        block.stmts = stmts;
        self.depth -= 1;
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let site = sites::take(expr);
        match expr {
            Expr::Macro(call) => self.arguments(&mut call.mac, site),
            // Functions of their own.
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => {}
            Expr::Repeat(repeat) => self.visit_expr_mut(&mut repeat.expr),
            _ => visit_mut::visit_expr_mut(self, expr),
        }
        let bound = match expr {
            Expr::If(expr) => self.bound_in(&mut expr.cond),
            Expr::While(expr) => self.bound_in(&mut expr.cond),
            Expr::ForLoop(expr) => self.bound(&mut expr.pat),
            _ => Vec::new(),
        };
        let inside = match expr {
            Expr::If(expr) => Some(&mut expr.then_branch),
            Expr::While(expr) => Some(&mut expr.body),
            Expr::ForLoop(expr) => Some(&mut expr.body),
            _ => None,
        };
        if let Some(block) = inside {
            block.stmts.splice(0..0, bound);
        }
        let Some(site) = site else { return };
        if let Expr::ForLoop(expr) = expr {
            let head = &expr.expr;
            if let Some(witness) = self.witnesses(TypedBy::Iterator(site)).first() {
                let span = head.span().resolved_at(Span::mixed_site());
                let mut witness = witness.clone();
                witness.set_span(span);
                let kept = quote_spanned!(span=> #witness.keep(::core::iter::IntoIterator::into_iter(#head)));
                *expr.expr = Expr::Verbatim(kept);
            }
        }
        for witness in self.witnesses(TypedBy::Value(site)) {
            sites::strip(expr);
            // What is wrong with it is said where it stands.
            let span = expr.span().resolved_at(Span::mixed_site());
            let mut witness = witness.clone();
            witness.set_span(span);
            *expr = Expr::Verbatim(quote_spanned!(span=> #witness.keep(#expr)));
        }
    }

    fn visit_arm_mut(&mut self, arm: &mut syn::Arm) {
        visit_mut::visit_arm_mut(self, arm);
        let bound = self.bound(&mut arm.pat);
        if !bound.is_empty() {
            let body = &arm.body;
            *arm.body = Expr::Verbatim(quote!({ #(#bound)* #body }));
        }
    }

    // What they bind is seen to where they stand.
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        if let Pat::Guard(guarded) = pat {
            self.visit_expr_mut(&mut guarded.guard);
        }
    }
}
