//! Which local a name means where.

use crate::ir::Local;
use proc_macro2::Ident;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

/// The names in scope at one point of the body. Shadowed ones come back when their shadow's scope ends.
#[derive(Default)]
pub(crate) struct Env {
    bindings: HashMap<String, Vec<Local>>,
    /// What stands for them in code that has been resolved.
    placeholders: HashMap<String, Local>,
    order: Vec<String>,
    /// What is mentioned where it means no local.
    free: RefCell<BTreeSet<String>>,
}

/// A point to go back to.
#[derive(Clone, Copy)]
pub(crate) struct Mark(usize);

impl Env {
    pub(crate) fn get(&self, name: &str) -> Option<Local> {
        let bound = self.bindings.get(name).and_then(|locals| locals.last());
        bound.or_else(|| self.placeholders.get(name)).copied()
    }
    pub(crate) fn stands_for(&mut self, placeholder: &Ident, local: Local) {
        self.placeholders.insert(placeholder.to_string(), local);
    }
    /// Every name that means a local here.
    pub(crate) fn visible(&self) -> impl Iterator<Item = (&String, Local)> {
        self.bindings.iter().filter_map(|(name, locals)| Some((name, *locals.last()?)))
    }
    pub(crate) fn note_free(&self, name: String) {
        self.free.borrow_mut().insert(name);
    }
    pub(crate) fn take_free(&self) -> BTreeSet<String> {
        self.free.take()
    }
    pub(crate) fn bind(&mut self, name: String, local: Local) {
        self.bindings.entry(name.clone()).or_default().push(local);
        self.order.push(name);
    }
    pub(crate) fn mark(&self) -> Mark {
        Mark(self.order.len())
    }
    /// Whether a name got a new meaning since, and still has it.
    pub(crate) fn is_bound_since(&self, mark: Mark, name: &str) -> bool {
        self.order[mark.0..].iter().any(|bound| bound == name)
    }
    /// Forgets what was bound since.
    pub(crate) fn leave(&mut self, mark: Mark) {
        for name in self.order.drain(mark.0..) {
            if let Some(locals) = self.bindings.get_mut(&name) {
                locals.pop();
            }
        }
    }
}
