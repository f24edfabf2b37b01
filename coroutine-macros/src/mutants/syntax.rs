//! Edits of the syntax, after which it mostly is Rust still: what the passes behind the parser see.

use super::random::Random;
use super::snippets::{EXPRS, PATS, STMTS, TYPES, WRAPS};
use super::tokens::{fill, snippet};
use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::parse::Parser;
use syn::visit::Visit;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Item, Pat, Stmt, Type};

/// The parts of a function that can stand in another.
#[derive(Default)]
pub(super) struct Parts {
    exprs: Vec<Expr>,
    stmts: Vec<Stmt>,
    pats: Vec<Pat>,
    types: Vec<Type>,
}

impl Parts {
    pub(super) fn of(item: &TokenStream) -> Parts {
        let mut parts = Parts::default();
        if let Ok(item) = syn::parse2::<Item>(item.clone()) {
            parts.visit_item(&item);
        }
        parts
    }
}

impl<'ast> Visit<'ast> for Parts {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        self.exprs.push(expr.clone());
        syn::visit::visit_expr(self, expr);
    }
    fn visit_stmt(&mut self, stmt: &'ast Stmt) {
        self.stmts.push(stmt.clone());
        syn::visit::visit_stmt(self, stmt);
    }
    fn visit_pat(&mut self, pat: &'ast Pat) {
        self.pats.push(pat.clone());
        syn::visit::visit_pat(self, pat);
    }
    fn visit_type(&mut self, ty: &'ast Type) {
        self.types.push(ty.clone());
        syn::visit::visit_type(self, ty);
    }
}

/// What is changed: one of those that the item has.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Expr,
    Block,
    Pat,
    Type,
}

/// Walks to the one of this number, and changes it.
struct Edit<'e> {
    kind: Kind,
    left: usize,
    seen: usize,
    donor: &'e Parts,
    own: &'e Parts,
    random: &'e mut Random,
}

/// One edit; `None` if what there is is not Rust.
pub(super) fn edit(item: &TokenStream, donor: &Parts, random: &mut Random) -> Option<TokenStream> {
    let mut parsed = syn::parse2::<Item>(item.clone()).ok()?;
    let own = Parts::of(item);
    let kind = match random.below(8) {
        0..=3 => Kind::Expr,
        4 | 5 => Kind::Block,
        6 => Kind::Pat,
        _ => Kind::Type,
    };
    let mut counting = Edit { kind, left: usize::MAX, seen: 0, donor, own: &own, random };
    counting.visit_item_mut(&mut parsed);
    let seen = counting.seen;
    if seen > 0 {
        let left = random.below(seen);
        Edit { kind, left, seen: 0, donor, own: &own, random }.visit_item_mut(&mut parsed);
    }
    Some(parsed.into_token_stream())
}

impl Edit<'_> {
    /// Whether this is the one.
    fn is_at(&mut self, kind: Kind) -> bool {
        let found = self.kind == kind && self.seen == self.left;
        self.seen += usize::from(self.kind == kind);
        found
    }

    /// Of the other function mostly, of this one, or of what is written for it.
    fn other<T: Clone>(
        &mut self,
        of: fn(&Parts) -> &Vec<T>,
        snippets: &[&str],
        parse: fn(TokenStream) -> syn::Result<T>,
    ) -> Option<T> {
        match self.random.below(4) {
            0 => self.random.pick(of(self.donor)).cloned(),
            1 => self.random.pick(of(self.own)).cloned(),
            _ => parse(snippet(self.random, snippets)).ok(),
        }
    }

    fn stmt(&mut self) -> Option<Stmt> {
        let first = |tokens: TokenStream| {
            let mut stmts = Block::parse_within.parse2(tokens)?;
            stmts.truncate(1);
            stmts.pop().ok_or_else(|| syn::Error::new(Span::call_site(), "no statement"))
        };
        self.other(|parts| &parts.stmts, STMTS, first)
    }

    fn block(&mut self, block: &mut Block) {
        let stmts = &mut block.stmts;
        let place = self.random.below(stmts.len() + 1);
        let is_there = place < stmts.len();
        match self.random.below(6) {
            0 if is_there => drop(stmts.remove(place)),
            1 if is_there => stmts.insert(place, stmts[place].clone()),
            2 if is_there => {
                let other = self.random.below(stmts.len());
                stmts.swap(place, other);
            }
            3 => {
                let inner = stmts.split_off(place);
                let wrap = fill(&snippet(self.random, WRAPS), &syn::parse_quote!({ #(#inner)* }));
                stmts.extend(syn::parse2::<Expr>(wrap).ok().map(|wrap| Stmt::Expr(wrap, None)));
            }
            _ => {
                if let Some(stmt) = self.stmt() {
                    stmts.insert(place, stmt);
                }
            }
        }
    }

    fn expr(&mut self, expr: &mut Expr) {
        let new = if self.random.once_in(2) {
            syn::parse2(fill(&snippet(self.random, WRAPS), &expr.to_token_stream())).ok()
        } else {
            self.other(|parts| &parts.exprs, EXPRS, syn::parse2)
        };
        *expr = new.unwrap_or_else(|| expr.clone());
    }
}

impl VisitMut for Edit<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if self.is_at(Kind::Expr) {
            return self.expr(expr);
        }
        visit_mut::visit_expr_mut(self, expr);
    }
    fn visit_block_mut(&mut self, block: &mut Block) {
        if self.is_at(Kind::Block) {
            return self.block(block);
        }
        visit_mut::visit_block_mut(self, block);
    }
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        if self.is_at(Kind::Pat) {
            let new =
                self.other(|parts| &parts.pats, PATS, |tokens| Pat::parse_multi.parse2(tokens));
            return *pat = new.unwrap_or_else(|| pat.clone());
        }
        visit_mut::visit_pat_mut(self, pat);
    }
    fn visit_type_mut(&mut self, ty: &mut Type) {
        if self.is_at(Kind::Type) {
            let new = self.other(|parts| &parts.types, TYPES, syn::parse2);
            return *ty = new.unwrap_or_else(|| ty.clone());
        }
        visit_mut::visit_type_mut(self, ty);
    }
}
