//! A machine whose locals have the types that rustc infers.

use core::slice::Iter;

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
    N: Fn(&S) -> Option<&'static str>,
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
        (self.names)(&self.state)
    }

    #[inline]
    fn name(&self) -> &'static str {
        (self.label)()
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
