//! A machine whose locals have the types that rustc infers.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::slice::Iter;

use crate::names::Names;
use crate::transitions::Transitions;
use crate::{Machine, Receive, Step};

/// A state and its transitions.
///
/// `S` is an enum local to the function that `#[consumer]` marks. The transitions are closures, since
/// only they have types that rustc infers; they capture nothing, so they take no space. Each is given
/// the state where it lies, to put the next one there: to return it by value would move it once more
/// on every send.
///
/// A transition changes the locals where they lie, and takes out what has to be moved. If the user's
/// code unwinds, what it has taken out is dropped by that; [`finish`](Machine::finish) drops the rest.
#[derive(Clone)]
pub struct Inferred<S, L, F, N, T, C> {
    /// The place to wait, and its locals.
    pub(crate) state: S,
    /// The consumer's name.
    pub(crate) label: L,
    /// Writes the finished state where the old one lies, and drops that.
    pub(crate) finish: F,
    /// The name of the place where `state` waits.
    pub(crate) names: N,
    /// How it is primed and sent to.
    pub(crate) transitions: T,
    /// Runs the handlers and drops what `state` holds.
    pub(crate) close: C,
}

impl<S, L, F, N, T, C, Output> Machine for Inferred<S, L, F, N, T, C>
where
    L: Fn() -> &'static str,
    F: Fn(&mut S),
    N: Names<S>,
    C: Fn(&mut S) -> Option<Output>,
{
    type Output = Output;

    #[inline]
    fn close(&mut self) -> Option<Output> {
        (self.close)(&mut self.state)
    }

    #[inline]
    fn finish(&mut self) {
        (self.finish)(&mut self.state);
    }

    #[inline]
    fn state(&self) -> Option<&'static str> {
        self.names.name(&self.state)
    }

    #[inline]
    fn name(&self) -> &'static str {
        (self.label)()
    }

    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.names.fmt(&self.state, f)
    }
}

impl<S, L, F, N, T, C, Input, Output> Receive<Input> for Inferred<S, L, F, N, T, C>
where
    Self: Machine<Output = Output>,
    T: Transitions<S, Input, Output = Output>,
{
    type Reply = T::Reply;

    #[inline]
    fn prime(&mut self) -> Option<T::Reply> {
        self.transitions.prime(&mut self.state)
    }

    #[inline]
    fn receive(&mut self, input: Input) -> Step<T::Reply, Output> {
        self.transitions.receive(&mut self.state, input)
    }

    #[inline]
    fn feed(&mut self, rest: &mut Iter<'_, Input>) -> Option<Output>
    where
        Input: Copy,
    {
        self.transitions.feed(&mut self.state, rest)
    }
}

// The transitions of one machine are the same: it is its state that tells it from another of its type.

impl<S: PartialEq, L, F, N, T, C> PartialEq for Inferred<S, L, F, N, T, C> {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state
    }
}

impl<S: Eq, L, F, N, T, C> Eq for Inferred<S, L, F, N, T, C> {}

impl<S: Hash, L, F, N, T, C> Hash for Inferred<S, L, F, N, T, C> {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.state.hash(hasher);
    }
}
