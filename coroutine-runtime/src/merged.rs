//! A machine that is primed and sent to by one closure.

use crate::inferred::Inferred;
use crate::{Machine, Receive, Step};

/// The transitions of a body in which code that runs when it is primed runs after a `recv!()` as well,
/// and is too long, or must not, stand twice.
#[derive(Clone)]
pub struct Merged<R, K> {
    /// Runs to the next `recv!()`; with no input, to the first.
    pub(crate) resume: R,
    /// Keeps the output of a body that returned while it was primed.
    pub(crate) keep: K,
}

impl<S, L, F, N, R, K, C, Input, Reply, Output> Receive<Input>
    for Inferred<S, L, F, N, Merged<R, K>, C>
where
    Self: Machine<Output = Output>,
    R: Fn(&mut S, Option<Input>) -> Step<Reply, Output>,
    K: Fn(&mut S, Output),
{
    type Reply = Reply;

    #[inline]
    fn prime(&mut self) -> Option<Reply> {
        match (self.transitions.resume)(&mut self.state, None) {
            Step::Yielded(reply) => Some(reply),
            Step::Complete(output) => {
                (self.transitions.keep)(&mut self.state, output);
                None
            }
            Step::Finished => None,
        }
    }

    #[inline]
    fn receive(&mut self, input: Input) -> Step<Reply, Output> {
        (self.transitions.resume)(&mut self.state, Some(input))
    }
}
