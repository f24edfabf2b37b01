//! A machine whose locals have the types that rustc infers.

use crate::{Machine, Receive, Step};

/// A state and its transitions.
///
/// `S` is an enum local to the function that `#[consumer]` marks. The transitions are closures, since
/// only they have types that rustc infers; they capture nothing, so they take no space. Each is given
/// the state where it lies, to put the next one there: to return it by value would move it once more
/// on every send.
///
/// A transition takes the whole state out and leaves `Done` behind before any of the user's code runs.
/// If that code unwinds, its locals are on the stack and are dropped, and the machine has finished.
#[derive(Clone)]
pub struct Inferred<S, L, N, T, C> {
    /// The place to wait, and its locals.
    pub(crate) state: S,
    /// The consumer's name.
    pub(crate) label: L,
    /// The name of the place where `state` waits.
    pub(crate) names: N,
    /// How it is primed and sent to.
    pub(crate) transitions: T,
    /// Runs the handlers and drops what `state` holds.
    pub(crate) close: C,
}

impl<S, L, N, T, C, Output> Machine for Inferred<S, L, N, T, C>
where
    L: Fn() -> &'static str,
    N: Fn(&S) -> Option<&'static str>,
    C: Fn(&mut S) -> Option<Output>,
{
    type Output = Output;

    #[inline]
    fn close(&mut self) -> Option<Output> {
        (self.close)(&mut self.state)
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

/// Primed by one closure, sent to by another.
#[derive(Clone)]
pub struct Separate<P, R> {
    /// Runs to the first `recv!()`.
    pub(crate) prime: P,
    /// Runs from one `recv!()` to the next.
    pub(crate) receive: R,
}

impl<S, L, N, P, R, C, Input, Reply, Output> Receive<Input> for Inferred<S, L, N, Separate<P, R>, C>
where
    Self: Machine<Output = Output>,
    P: Fn(&mut S) -> Option<Reply>,
    R: Fn(&mut S, Input) -> Step<Reply, Output>,
{
    type Reply = Reply;

    #[inline]
    fn prime(&mut self) -> Option<Reply> {
        (self.transitions.prime)(&mut self.state)
    }

    #[inline]
    fn receive(&mut self, input: Input) -> Step<Reply, Output> {
        (self.transitions.receive)(&mut self.state, input)
    }
}
