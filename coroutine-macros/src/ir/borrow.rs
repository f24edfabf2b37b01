//! Borrows of locals. One that gives the same each time it is taken is taken again behind a suspension, rather than kept over
//! it, where it would borrow from the very state that it is kept in.

use super::{Body, BorrowId, Local, LocalSet};
use proc_macro2::Span;
use std::collections::BTreeSet;
use syn::{Expr, Pat};

/// What one expression borrows, for one or more locals.
#[derive(Clone)]
pub(crate) struct Borrow {
    /// The local it borrows from, and where: for messages.
    pub(crate) owner: Local,
    pub(crate) span: Span,
    /// It borrows the local itself, not something that the local may lead to.
    pub(crate) whole: bool,
    /// What the expression mentions.
    pub(crate) needs: BTreeSet<Local>,
    pub(crate) again: Result<Again, Once>,
}

/// Why a borrow cannot be taken again.
#[derive(Clone, Copy)]
pub(crate) enum Once {
    /// What it is bound to, or what it borrows from, may be given another value.
    Changes,
    /// A closure that captures by reference.
    Closure,
    /// A closure that gives what it captures another value.
    Assigning,
    /// An iterator that runs a closure for each item.
    Adapter,
}

/// How a borrow is taken again.
#[derive(Clone)]
pub(crate) struct Again {
    pub(crate) expr: Expr,
    pub(crate) form: Form,
}

#[derive(Clone)]
pub(crate) enum Form {
    /// `let PATTERN = expr;`, with an `else` if the pattern is one that may not match.
    Let { pat: Pat, refutable: bool },
    /// The iterator of a `for`, and what the loop's pattern binds: `let (PATTERN, mut iter) = again(expr, taken);`
    Items { pat: Pat, iter: Local, taken: Local },
}

impl Body {
    /// The borrow that is taken again to give a local its value.
    pub(crate) fn taken_again(&self, local: Local) -> Option<BorrowId> {
        self.locals[local].borrow.filter(|borrow| self.borrows[*borrow].again.is_ok())
    }

    /// What has to be there so that all of `live` is: that, and what is needed to take its borrows again.
    pub(crate) fn with_owners(&self, live: &LocalSet) -> LocalSet {
        let mut all = live.clone();
        if self.borrows.len() == 0 {
            return all;
        }
        let mut todo: Vec<Local> = live.iter().collect();
        while let Some(local) = todo.pop() {
            let needs = self.taken_again(local).map(|borrow| &self.borrows[borrow].needs);
            for &needed in needs.into_iter().flatten() {
                if !all.contains(needed) {
                    all.insert(needed);
                    todo.push(needed);
                }
            }
        }
        all
    }

    /// Gives up taking borrows again that would give something else: of a reference, perhaps, that is replaced somewhere.
    pub(crate) fn settle_borrows(&mut self) {
        let assigned: BTreeSet<Local> = self
            .blocks
            .iter()
            .flat_map(|(_, block)| block.pieces(self))
            .flat_map(|effects| effects.replaces.iter().copied())
            .collect();
        for borrow in self.borrows.indices() {
            let owner = self.borrows[borrow].owner;
            let replaced = !self.borrows[borrow].whole
                && assigned.contains(&owner)
                && self.locals[owner].mutable
                && !self.locals[owner].owned;
            if replaced {
                self.borrows[borrow].again = Err(Once::Changes);
            }
        }
    }
}
