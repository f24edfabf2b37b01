//! resolve: what a piece of verbatim code does with the locals of the body. It binds names as Rust does, so
//! that a shadowing inside the piece, a closure's parameter or an item is not mistaken for a local of ours;
//! it gives each mention its local's own name, and turns jumps out of the piece into exits.

mod bind;
mod block;
mod control;
mod env;
mod expr;
mod format;
mod jump;
mod mac;
mod methods;

pub(crate) use bind::{bindings, is_binding, moves, narrow};
pub(crate) use env::{Env, Mark};
pub(crate) use jump::Frame;

use crate::diagnostics::Errors;
use crate::ir::{BlockId, Certainty, Effects, Exit, IndexVec, Local, LocalDecl};
use proc_macro2::Ident;
use std::collections::{BTreeMap, BTreeSet};
use syn::{Expr, Stmt};

/// The name by which lowered code refers to the value a suspension gave.
pub(crate) const INPUT: &str = "__input";

/// What a mention of a local does with it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// As a value: moved, or copied.
    Value,
    /// Perhaps as a value: taken apart by a pattern, the receiver of a method that by its name takes `self`.
    Perhaps,
    /// As a place, of which something may be moved away: a field read, a method called.
    Part,
    /// As a place that stays whole: borrowed, compared.
    Place,
}

/// One of several ways that control may take.
struct Way {
    /// It returns, jumps or panics: what it takes is not missing behind the fork.
    leaves: bool,
    effects: Effects,
}

/// Walks one piece of code.
pub(crate) struct Resolver<'a> {
    env: &'a Env,
    locals: &'a IndexVec<Local, LocalDecl>,
    frames: &'a [Frame],
    errors: &'a mut Errors,
    effects: Effects,
    /// Names bound inside of the piece, innermost last.
    inner: Vec<Vec<String>>,
    /// The loops and labelled blocks inside of the piece.
    jumps: Vec<jump::Inner>,
    certainty: Certainty,
    /// Inside closures, `async` blocks: jumps and `?` are theirs.
    nested: usize,
    /// What the innermost of them is, for messages.
    within: &'static str,
    capture_by_move: bool,
    /// Inside of expressions whose value borrows nothing, whatever stands in them.
    borrowing_nothing: usize,
    /// Inside of what makes more of its parts: a call, a tuple.
    made_of: usize,
    /// Inside of code that does not come back to what follows it.
    leaving: usize,
    /// The place that is walked next is changed, or borrowed to be.
    mutating: bool,
    /// The locals of the environment are bound as references to where they lie: `*x` stands for each.
    in_place: bool,
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(
        env: &'a Env,
        locals: &'a IndexVec<Local, LocalDecl>,
        frames: &'a [Frame],
        errors: &'a mut Errors,
    ) -> Self {
        Resolver {
            env,
            locals,
            frames,
            errors,
            effects: Effects::default(),
            inner: vec![Vec::new()],
            jumps: Vec::new(),
            certainty: Certainty::Always,
            nested: 0,
            within: "this place",
            capture_by_move: false,
            borrowing_nothing: 0,
            made_of: 0,
            leaving: 0,
            mutating: false,
            in_place: false,
        }
    }

    /// An expression whose value is used.
    pub(crate) fn value(mut self, expr: &mut Expr) -> Effects {
        self.expr(expr, Use::Value);
        self.effects
    }

    /// What a `match` or `if let` looks into. What its patterns take by value is taken on their ways alone.
    pub(crate) fn scrutinee(mut self, expr: &mut Expr, moves: bool) -> Effects {
        self.expr(expr, if moves { Use::Part } else { Use::Place });
        self.effects
    }

    pub(crate) fn statement(mut self, stmt: &mut Stmt) -> Effects {
        self.stmt(stmt);
        self.effects
    }

    /// The same code, for locals that are bound as references to where they lie.
    pub(crate) fn in_place(mut self) -> Self {
        self.in_place = true;
        self
    }

    /// The guards and constants of a pattern whose bindings are in the environment already.
    pub(crate) fn pattern(mut self, pat: &mut syn::Pat) -> Effects {
        self.pattern_exprs(pat);
        self.effects
    }

    /// A block that is a function of its own as far as jumps go: a close handler.
    pub(crate) fn handler(mut self, block: &mut syn::Block) -> Effects {
        self.nested += 1;
        self.jumps.push(jump::Inner::Function);
        self.block(block, Use::Value);
        self.effects
    }

    /// An item of an opened block.
    pub(crate) fn check_item(mut self, item: &mut syn::Item) {
        self.item(item);
    }

    fn lookup(&self, ident: &Ident) -> Option<Local> {
        let name = ident.to_string();
        if self.inner.iter().flatten().any(|inner| *inner == name) {
            return None;
        }
        let local = self.env.get(&name);
        if local.is_none() {
            self.env.note_free(name);
        }
        local
    }

    fn mention(&mut self, local: Local, usage: Use) {
        self.effects.reads.insert(local);
        if self.borrowing_nothing == 0 {
            self.effects.passes_on.insert(local);
            if self.made_of == 0 {
                self.effects.holds.insert(local);
            }
        }
        let captured = self.capture_by_move && self.nested > 0;
        if matches!(usage, Use::Value | Use::Perhaps) || captured {
            self.effects.consume(local, self.certainty);
            self.effects.leaves_without.insert(local);
        }
        // Under its name nothing tells it from what a `recv!()` gave.
        let like_input = self.locals[local].ident == crate::ir::input();
        if std::mem::take(&mut self.mutating) {
            self.needs_mut(local, true);
        }
        if captured || like_input {
            self.effects.opaque.insert(local);
        } else if self.leaving > 0 && (usage != Use::Place || self.locals[local].lends_mutably) {
            self.effects.parting.insert(local);
        } else if usage == Use::Part || self.locals[local].lends_mutably {
            // What is borrowed out of a `&mut` lives as long as that, if it is not found by way of the state.
            self.effects.parts.insert(local);
        }
        if (usage == Use::Value || captured) && self.certainty == Certainty::Always {
            self.effects.values.insert(local);
        }
    }

    /// Whether a local may be changed is rustc's to say, of a variable that is not `mut`.
    /// `through` a reference that it may hold, or else itself.
    fn needs_mut(&mut self, local: Local, through: bool) {
        let decl = &self.locals[local];
        if !(decl.mutable || (through && decl.lends_mutably)) {
            self.effects.opaque.insert(local);
        }
    }

    /// Code that does not run each time.
    fn sometimes(&mut self, walk: impl FnOnce(&mut Self)) {
        let certainty = std::mem::replace(&mut self.certainty, Certainty::Sometimes);
        walk(self);
        self.certainty = certainty;
    }

    /// Code that, if so, does not come back to what follows it.
    fn leaving_if(&mut self, leaves: bool, walk: impl FnOnce(&mut Self)) {
        self.leaving += usize::from(leaves);
        walk(self);
        self.leaving -= usize::from(leaves);
    }

    /// The effects of one of several ways to go, by itself. The exits stay numbered through.
    fn way(&mut self, leaves: bool, walk: impl FnOnce(&mut Self)) -> Way {
        let exits = std::mem::take(&mut self.effects.exits);
        let outer = std::mem::replace(&mut self.effects, Effects { exits, ..Effects::default() });
        let certainty = std::mem::replace(&mut self.certainty, Certainty::Always);
        self.leaving_if(leaves, walk);
        self.certainty = certainty;
        let mut effects = std::mem::replace(&mut self.effects, outer);
        self.effects.exits = std::mem::take(&mut effects.exits);
        Way { leaves, effects }
    }

    /// Exactly one of `ways` runs. What happens on each that comes back happens always.
    fn fork(&mut self, ways: Vec<Way>) {
        let back: Vec<&Way> = ways.iter().filter(|way| !way.leaves).collect();
        let always = |of: &dyn Fn(&Effects) -> Option<Certainty>| {
            back.iter().all(|way| of(&way.effects) == Some(Certainty::Always))
        };
        for way in &back {
            for &local in way.effects.consumes.keys() {
                let all = always(&|effects| effects.consumes.get(&local).copied());
                self.effects
                    .consume(local, if all { self.certainty } else { Certainty::Sometimes });
            }
            for &local in way.effects.assigns.keys() {
                let all = always(&|effects| effects.assigns.get(&local).copied());
                self.effects.assign(local, if all { self.certainty } else { Certainty::Sometimes });
            }
        }
        // A way may also end in a call that never comes back: only what all of them use is used for sure.
        let used_by_all: Option<BTreeSet<Local>> =
            back.iter().map(|way| way.effects.values.clone()).reduce(|all, way| &all & &way);
        if self.certainty == Certainty::Always {
            self.effects.values.extend(used_by_all.into_iter().flatten());
        }
        for way in ways {
            self.effects.then(Effects {
                values: BTreeSet::default(),
                consumes: BTreeMap::default(),
                assigns: BTreeMap::default(),
                ..way.effects
            });
        }
    }

    /// Runs with an empty set of inner names on top, which go away again.
    fn scope(&mut self, walk: impl FnOnce(&mut Self)) {
        self.inner.push(Vec::new());
        walk(self);
        self.inner.pop();
    }

    fn exit_to(&mut self, target: BlockId, value: Option<Local>) -> Expr {
        let always = self.effects.assigns.iter().filter(|(_, how)| **how == Certainty::Always);
        let given = always.map(|(local, _)| *local).collect();
        self.effects.exits.push(Exit { target, value, given, behind: false });
        crate::ir::exit(self.effects.exits.len() - 1)
    }
}
