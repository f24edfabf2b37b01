//! A machine that is primed and sent to by one function.

use crate::{Machine, Receive, State, Step};

/// [`Inferred`](crate::__private::Inferred) for a body in which code that runs when it is primed runs
/// after a `recv!()` as well, and is too long, or must not, stand twice.
#[derive(Clone)]
pub struct Merged<S, N, A, R, K, C> {
    /// The place to wait, and its locals.
    pub state: S,
    /// Tells where `state` stands.
    pub names: N,
    /// Drops what `state` holds.
    pub abandon: A,
    /// Runs to the next `recv!()`; with no input, to the first.
    pub resume: R,
    /// Keeps the output of a body that returned while it was primed.
    pub keep: K,
    /// Runs the handlers and drops what `state` holds.
    pub close: C,
}

impl<S, N, A, R, K, C, Output> Machine for Merged<S, N, A, R, K, C>
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

impl<S, N, A, R, K, C, Input, Reply, Output> Receive<Input> for Merged<S, N, A, R, K, C>
where
    Self: Machine<Output = Output>,
    R: Fn(&mut S, Option<Input>) -> Step<Reply, Output>,
    K: Fn(&mut S, Output),
{
    type Reply = Reply;

    #[inline]
    fn prime(&mut self) -> Option<Reply> {
        match (self.resume)(&mut self.state, None) {
            Step::Yielded(reply) => Some(reply),
            Step::Complete(output) => {
                (self.keep)(&mut self.state, output);
                None
            }
            Step::Finished => None,
        }
    }

    #[inline]
    fn receive(&mut self, input: Input) -> Step<Reply, Output> {
        (self.resume)(&mut self.state, Some(input))
    }
}
