//! A machine that is primed and sent to by one function.

use crate::{Machine, Receive, Step};

/// [`Inferred`](crate::inferred::Inferred) for a body in which code that runs when it is primed runs
/// after a `recv!()` as well, and is too long, or must not, stand twice.
#[derive(Clone)]
pub struct Merged<S, L, N, R, K, C> {
    /// The place to wait, and its locals.
    pub(crate) state: S,
    /// The consumer's name.
    pub(crate) label: L,
    /// The name of the place where `state` waits.
    pub(crate) names: N,
    /// Runs to the next `recv!()`; with no input, to the first.
    pub(crate) resume: R,
    /// Keeps the output of a body that returned while it was primed.
    pub(crate) keep: K,
    /// Runs the handlers and drops what `state` holds.
    pub(crate) close: C,
}

impl<S, L, N, R, K, C, Output> Machine for Merged<S, L, N, R, K, C>
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

impl<S, L, N, R, K, C, Input, Reply, Output> Receive<Input> for Merged<S, L, N, R, K, C>
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
