//! Random choices.

use super::{Feature, Generator};
use crate::tree::Ty;

/// Few, so that they shadow one another, and are those of values of other types too.
const NAMES: [&str; 6] = ["a", "b", "c", "x", "y", "g"];
/// Droppable values are often kept for nothing but their drop.
const GUARDS: [&str; 6] = ["g", "h", "_g", "x", "_g", "a"];

impl Generator {
    pub(super) fn chance(&mut self, of_ten: usize) -> bool {
        self.rng.usize(0..10) < of_ten
    }

    pub(super) fn among<T: Copy>(&mut self, choices: &[T]) -> Option<T> {
        if choices.is_empty() { None } else { Some(choices[self.rng.usize(0..choices.len())]) }
    }

    pub(super) fn name_for(&mut self, ty: Ty) -> String {
        // Then what all waits bind may be the parameter of the transition.
        if self.one_name && ty == Ty::Num {
            return NAMES[0].to_owned();
        }
        let names = match ty {
            Ty::Guard | Ty::MaybeGuard | Ty::Pair | Ty::Tuple | Ty::Guards => &GUARDS,
            _ => &NAMES,
        };
        names[self.rng.usize(0..names.len())].to_owned()
    }

    /// The text of a small number.
    pub(super) fn literal(&mut self) -> String {
        format!("{}u32", self.rng.u32(0..8))
    }

    /// `guard("g7")`, with a name that no other has.
    pub(super) fn new_guard(&mut self) -> String {
        format!("guard(\"{}\")", self.fresh("g"))
    }

    /// The name of a visible local of the type.
    pub(super) fn local(&mut self, ty: Ty) -> Option<String> {
        let at = self.among(&self.scope.of(ty))?;
        Some(self.scope.name(at))
    }

    /// The name of a local that is moved by this.
    pub(super) fn take(&mut self, ty: Ty) -> Option<String> {
        if !self.can_act() {
            return None;
        }
        let at = self.among(&self.scope.movable(ty))?;
        self.scope.vars[at].live = false;
        Some(self.scope.name(at))
    }

    /// What follows runs on some ways only.
    pub(super) fn fork(&mut self) {
        self.scope.loops += usize::from(!self.options.has(Feature::ConditionalMoves));
    }

    /// The ways meet again.
    pub(super) fn join(&mut self) {
        self.scope.loops -= usize::from(!self.options.has(Feature::ConditionalMoves));
    }
}
