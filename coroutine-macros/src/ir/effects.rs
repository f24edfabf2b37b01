//! What a piece of code does with the locals of the body.

use super::{BlockId, Local};
use std::collections::{BTreeMap, BTreeSet};

/// Whether something happens each time the code runs, or only on some ways through it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Certainty {
    Always,
    Sometimes,
}

#[derive(Clone, Default, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on one another")]
pub(crate) struct Effects {
    /// Needs the value: any mention that is not a whole assignment.
    pub(crate) reads: BTreeSet<Local>,
    /// Takes the value: it is moved away, or was `Copy` and needs no drop.
    pub(crate) consumes: BTreeMap<Local, Certainty>,
    /// Used as a value for sure: if the local is used again, it is `Copy`.
    pub(crate) values: BTreeSet<Local>,
    /// Gives it a value: `x = …`.
    pub(crate) assigns: BTreeMap<Local, Certainty>,
    /// Brings it into scope with a value.
    pub(crate) binds: Vec<Local>,
    /// Brings it into scope without one: `let x;`.
    pub(crate) declares: Vec<Local>,
    /// May end the consumer: `return`, `?`.
    pub(crate) returns: bool,
    /// The `input` of the suspension that this code follows is used in it.
    pub(crate) takes_input: bool,
    /// Mentioned where what becomes of it may still borrow what it does: not in `x.len()`.
    pub(crate) passes_on: BTreeSet<Local>,
    /// The same of the `input`.
    pub(crate) passes_input: bool,
    /// Of these, what the value is itself, or a part of: `x`, `&x[1..]`, and not `make(x)`.
    pub(crate) holds: BTreeSet<Local>,
    /// The same of the `input`.
    pub(crate) holds_input: bool,
    /// Taken on some way, perhaps one that leaves through an exit.
    pub(crate) leaves_without: BTreeSet<Local>,
    /// Given a value on some way, perhaps one that leaves through an exit.
    pub(crate) leaves_with: BTreeSet<Local>,
    /// Given another value by the user's own `x = …`.
    pub(crate) replaces: BTreeSet<Local>,
    /// Mentioned so that it, or a part of it, may be moved away by what we cannot see: `x.finish()`, `x.field`.
    pub(crate) parts: BTreeSet<Local>,
    /// A part of it is given another value: `x.field = …`, `*x = …`.
    pub(crate) refilled: BTreeSet<Local>,
    /// Taken, or mentioned like that, on a way that does not come back.
    pub(crate) parting: BTreeSet<Local>,
    /// Mentioned where no other expression can stand for it: in a macro whose tokens we do not understand, and what a `move`
    /// closure makes its own.
    pub(crate) opaque: BTreeSet<Local>,
    /// Mentioned by its written name in a macro whose tokens we do not understand.
    pub(crate) spelled: BTreeSet<Local>,
    /// Where it may jump, by the number of the exit.
    pub(crate) exits: Vec<Exit>,
}

/// A jump out of a piece of code.
#[derive(Clone, Debug)]
pub(crate) struct Exit {
    pub(crate) target: BlockId,
    /// The local that has got the value of the `break`.
    pub(crate) value: Option<Local>,
    /// Those that have been given a value for sure, on the way to it.
    pub(crate) given: BTreeSet<Local>,
    /// The code has run when it is taken: the `else` of a `let`.
    pub(crate) behind: bool,
}

impl Effects {
    pub(crate) const fn nothing() -> Self {
        Effects {
            reads: BTreeSet::new(),
            consumes: BTreeMap::new(),
            values: BTreeSet::new(),
            assigns: BTreeMap::new(),
            binds: Vec::new(),
            declares: Vec::new(),
            returns: false,
            takes_input: false,
            passes_on: BTreeSet::new(),
            passes_input: false,
            holds: BTreeSet::new(),
            holds_input: false,
            leaves_without: BTreeSet::new(),
            leaves_with: BTreeSet::new(),
            replaces: BTreeSet::new(),
            parts: BTreeSet::new(),
            refilled: BTreeSet::new(),
            parting: BTreeSet::new(),
            opaque: BTreeSet::new(),
            spelled: BTreeSet::new(),
            exits: Vec::new(),
        }
    }

    /// In the order in which the code does it: what is taken after it was given is gone.
    pub(crate) fn consume(&mut self, local: Local, certainty: Certainty) {
        match certainty {
            Certainty::Always => {
                self.assigns.remove(&local);
            }
            Certainty::Sometimes => {
                self.assigns.entry(local).and_modify(|assigned| *assigned = Certainty::Sometimes);
            }
        }
        note(&mut self.consumes, local, certainty);
    }
    /// What is given a value after it was taken has one again.
    pub(crate) fn assign(&mut self, local: Local, certainty: Certainty) {
        self.leaves_with.insert(local);
        if certainty == Certainty::Always {
            self.consumes.remove(&local);
            self.values.remove(&local);
        }
        note(&mut self.assigns, local, certainty);
    }

    /// Both, one after the other.
    pub(crate) fn then(&mut self, other: Effects) {
        // What the first brings into scope, the second does not ask of anybody before.
        let bound = &self.binds;
        self.reads.extend(other.reads.into_iter().filter(|local| !bound.contains(local)));
        for (local, certainty) in other.consumes {
            self.consume(local, certainty);
        }
        for (local, certainty) in other.assigns {
            self.assign(local, certainty);
        }
        self.values.extend(other.values);
        self.binds.extend(other.binds);
        self.declares.extend(other.declares);
        self.returns |= other.returns;
        self.takes_input |= other.takes_input;
        self.passes_input |= other.passes_input;
        self.holds_input |= other.holds_input;
        self.holds.extend(other.holds);
        self.passes_on.extend(other.passes_on);
        self.leaves_without.extend(other.leaves_without);
        self.leaves_with.extend(other.leaves_with);
        self.replaces.extend(other.replaces);
        self.parts.extend(other.parts);
        self.refilled.extend(other.refilled);
        self.parting.extend(other.parting);
        self.opaque.extend(other.opaque);
        self.spelled.extend(other.spelled);
        self.exits.extend(other.exits);
    }

    /// Every local that is named here.
    pub(crate) fn mentions(&self) -> impl Iterator<Item = Local> {
        let values = self.exits.iter().filter_map(|exit| exit.value);
        let given = self.assigns.keys().chain(&self.leaves_with).copied();
        self.reads.iter().copied().chain(given).chain(values)
    }
}

fn note(map: &mut BTreeMap<Local, Certainty>, local: Local, certainty: Certainty) {
    let entry = map.entry(local).or_insert(certainty);
    if certainty == Certainty::Always {
        *entry = certainty;
    }
}
