//! A machine whose locals have the types that rustc infers.

use crate::{Machine, Receive, State, Step};

/// A state and its transitions.
///
/// `S` is an enum local to the function that `#[consumer]` marks. The transitions are closures, since
/// only they have types that rustc infers; they capture nothing, so they take no space. They change
/// the state where it lies: to return it by value would move all of it on every send.
#[derive(Clone)]
pub struct Inferred<S, N, A, P, R, C> {
    /// The place to wait, and its locals.
    pub state: S,
    /// Tells where `state` stands.
    pub names: N,
    /// Drops what `state` holds.
    pub abandon: A,
    /// Runs to the first `recv!()`.
    pub prime: P,
    /// Runs from one `recv!()` to the next.
    pub receive: R,
    /// Runs the handlers and drops what `state` holds.
    pub close: C,
}

impl<S, N, A, P, R, C, Output> Machine for Inferred<S, N, A, P, R, C>
where
    N: Fn(&S) -> State,
    A: Fn(&mut S),
    C: Fn(&mut S) -> Option<Output>,
{
    type Output = Output;

    #[inline]
    fn close(&mut self) -> Option<Output> {
        (self.close)(&mut self.state)
    }

    #[inline]
    fn abandon(&mut self) {
        (self.abandon)(&mut self.state);
    }

    #[inline]
    fn state(&self) -> State {
        (self.names)(&self.state)
    }
}

impl<S, N, A, P, R, C, Input, Reply, Output> Receive<Input> for Inferred<S, N, A, P, R, C>
where
    Self: Machine<Output = Output>,
    P: Fn(&mut S) -> Option<Reply>,
    R: Fn(&mut S, Input) -> Step<Reply, Output>,
{
    type Reply = Reply;

    #[inline]
    fn prime(&mut self) -> Option<Reply> {
        (self.prime)(&mut self.state)
    }

    #[inline]
    fn receive(&mut self, input: Input) -> Step<Reply, Output> {
        (self.receive)(&mut self.state, input)
    }
}
