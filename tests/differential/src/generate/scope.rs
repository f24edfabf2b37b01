//! The locals at the point that is generated, and what may be done with each there.

use crate::tree::Ty;

/// A local.
#[derive(Clone, Debug)]
pub(super) struct Var {
    pub(super) name: String,
    pub(super) ty: Ty,
    pub(super) mutable: bool,
    /// Has a value on every way that leads here.
    pub(super) live: bool,
    /// A part of it was moved out.
    pub(super) partial: bool,
    /// How many loops it stands in.
    pub(super) loops: usize,
    /// How often it is borrowed here: no assignment and no move then.
    pub(super) lent: usize,
    /// Which local this one borrows from.
    pub(super) from: Option<usize>,
}

/// All of them, the newest last.
#[derive(Default)]
pub(super) struct Scope {
    pub(super) vars: Vec<Var>,
    /// How many loops stand around here.
    pub(super) loops: usize,
}

/// Which locals had a value at some point.
pub(super) type Live = Vec<bool>;

impl Scope {
    pub(super) fn declare(&mut self, name: &str, ty: Ty, mutable: bool) -> usize {
        let (name, loops) = (name.to_owned(), self.loops);
        let var = Var { name, ty, mutable, live: true, partial: false, loops, lent: 0, from: None };
        self.vars.push(var);
        self.vars.len() - 1
    }

    /// Ends the scopes of all but the first `count`.
    pub(super) fn leave(&mut self, count: usize) {
        while self.vars.len() > count {
            if let Some(from) = self.vars.pop().and_then(|var| var.from) {
                self.vars[from].lent -= 1;
            }
        }
    }

    /// Those of a type that are whole, have a value and are not shadowed.
    pub(super) fn of(&self, ty: Ty) -> Vec<usize> {
        let whole = |at: &usize| {
            let var = &self.vars[*at];
            var.ty == ty && var.live && !var.partial && !self.shadowed(*at)
        };
        (0..self.vars.len()).filter(whole).collect()
    }

    pub(super) fn shadowed(&self, at: usize) -> bool {
        self.vars[at + 1..].iter().any(|later| later.name == self.vars[at].name)
    }

    /// Those that may be assigned to.
    pub(super) fn assignable(&self, ty: Ty) -> Vec<usize> {
        let free = |at: &usize| self.vars[*at].mutable && self.vars[*at].lent == 0;
        self.of(ty).into_iter().filter(free).collect()
    }

    /// Those that may be moved out of here: another iteration would find them gone.
    pub(super) fn movable(&self, ty: Ty) -> Vec<usize> {
        let free = |at: &usize| self.vars[*at].loops == self.loops && self.vars[*at].lent == 0;
        self.of(ty).into_iter().filter(free).collect()
    }

    pub(super) fn name(&self, at: usize) -> String {
        self.vars[at].name.clone()
    }

    pub(super) fn live(&self) -> Live {
        self.vars.iter().map(|var| var.live && !var.partial).collect()
    }

    pub(super) fn restore(&mut self, live: &Live) {
        for (var, live) in self.vars.iter_mut().zip(live) {
            var.live = *live;
            var.partial &= !*live;
        }
    }

    /// Another way leads here, on which these had a value.
    pub(super) fn meet(&mut self, live: &Live) {
        for (var, live) in self.vars.iter_mut().zip(live) {
            var.live &= *live;
        }
    }

    pub(super) fn meet_all(&mut self, ends: &[Live]) {
        for live in ends {
            self.meet(live);
        }
    }
}
