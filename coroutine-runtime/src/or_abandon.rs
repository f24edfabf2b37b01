//! A body that unwinds leaves a finished machine behind.

use core::mem;

use crate::Machine;

/// Runs one `step` of the machine, and abandons the machine if the step unwinds.
///
/// A guard that is forgotten rather than a flag to set and clear: the path without a panic costs
/// nothing.
#[inline]
pub(crate) fn or_abandon<M: Machine, T>(machine: &mut M, step: impl FnOnce(&mut M) -> T) -> T {
    let guard = Abandon(machine);
    let result = step(guard.0);
    mem::forget(guard);
    result
}

struct Abandon<'a, M: Machine>(&'a mut M);

impl<M: Machine> Drop for Abandon<'_, M> {
    fn drop(&mut self) {
        self.0.abandon();
    }
}
