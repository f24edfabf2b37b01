//! How a machine is primed, sent to and fed.

use core::slice::Iter;

use crate::Step;

/// The closures that take a state on.
pub trait Transitions<S, Input> {
    /// What a `recv!(reply)` answers.
    type Reply;
    /// What the body returns.
    type Output;

    /// See [`Receive::prime`](crate::Receive::prime).
    fn prime(&self, state: &mut S) -> Option<Self::Reply>;
    /// See [`Receive::receive`](crate::Receive::receive).
    fn receive(&self, state: &mut S, input: Input) -> Step<Self::Reply, Self::Output>;
    /// See [`Receive::feed`](crate::Receive::feed).
    #[inline]
    fn feed(&self, state: &mut S, rest: &mut Iter<'_, Input>) -> Option<Self::Output>
    where
        Input: Copy,
    {
        while let Some(&input) = rest.as_slice().first() {
            match self.receive(state, input) {
                Step::Yielded(_) => {
                    rest.next();
                }
                Step::Complete { output } => {
                    rest.next();
                    return Some(output);
                }
                Step::Finished => return None,
            }
        }
        None
    }
}

/// Primed by the first closure, sent to by the second, fed by the third if there is one.
#[derive(Clone)]
pub struct Separate<T>(pub(crate) T);

impl<S, P, R, Input, Reply, Output> Transitions<S, Input> for Separate<(P, R)>
where
    P: Fn(&mut S) -> Option<Reply>,
    R: Fn(&mut S, Input) -> Step<Reply, Output>,
{
    type Reply = Reply;
    type Output = Output;

    #[inline]
    fn prime(&self, state: &mut S) -> Option<Reply> {
        (self.0.0)(state)
    }

    #[inline]
    fn receive(&self, state: &mut S, input: Input) -> Step<Reply, Output> {
        (self.0.1)(state, input)
    }
}

impl<S, P, R, B, Input, Reply, Output> Transitions<S, Input> for Separate<(P, R, B)>
where
    P: Fn(&mut S) -> Option<Reply>,
    R: Fn(&mut S, Input) -> Step<Reply, Output>,
    B: Fn(&mut S, &mut Iter<'_, Input>) -> Option<Output>,
{
    type Reply = Reply;
    type Output = Output;

    #[inline]
    fn prime(&self, state: &mut S) -> Option<Reply> {
        (self.0.0)(state)
    }

    #[inline]
    fn receive(&self, state: &mut S, input: Input) -> Step<Reply, Output> {
        (self.0.1)(state, input)
    }

    #[inline]
    fn feed(&self, state: &mut S, rest: &mut Iter<'_, Input>) -> Option<Output>
    where
        Input: Copy,
    {
        (self.0.2)(state, rest)
    }
}

/// Primed and sent to by the first closure, since code that runs when the machine is primed runs after a `recv!()` as well,
/// and is too long, or must not, stand twice. The second keeps the output of a body that returned while it was primed; the
/// third, if there is one, feeds.
#[derive(Clone)]
pub struct Merged<T>(pub(crate) T);

impl<R, K> Merged<(R, K)> {
    /// Runs to the first `recv!()`.
    #[inline]
    fn prime<S, Input, Reply, Output>(resume: &R, keep: &K, state: &mut S) -> Option<Reply>
    where
        R: Fn(&mut S, Option<Input>) -> Step<Reply, Output>,
        K: Fn(&mut S, Output),
    {
        match resume(state, None) {
            Step::Yielded(reply) => Some(reply),
            Step::Complete { output } => {
                keep(state, output);
                None
            }
            Step::Finished => None,
        }
    }
}

impl<S, R, K, Input, Reply, Output> Transitions<S, Input> for Merged<(R, K)>
where
    R: Fn(&mut S, Option<Input>) -> Step<Reply, Output>,
    K: Fn(&mut S, Output),
{
    type Reply = Reply;
    type Output = Output;

    #[inline]
    fn prime(&self, state: &mut S) -> Option<Reply> {
        Self::prime(&self.0.0, &self.0.1, state)
    }

    #[inline]
    fn receive(&self, state: &mut S, input: Input) -> Step<Reply, Output> {
        (self.0.0)(state, Some(input))
    }
}

impl<S, R, K, B, Input, Reply, Output> Transitions<S, Input> for Merged<(R, K, B)>
where
    R: Fn(&mut S, Option<Input>) -> Step<Reply, Output>,
    K: Fn(&mut S, Output),
    B: Fn(&mut S, &mut Iter<'_, Input>) -> Option<Output>,
{
    type Reply = Reply;
    type Output = Output;

    #[inline]
    fn prime(&self, state: &mut S) -> Option<Reply> {
        Merged::prime(&self.0.0, &self.0.1, state)
    }

    #[inline]
    fn receive(&self, state: &mut S, input: Input) -> Step<Reply, Output> {
        (self.0.0)(state, Some(input))
    }

    #[inline]
    fn feed(&self, state: &mut S, rest: &mut Iter<'_, Input>) -> Option<Output>
    where
        Input: Copy,
    {
        (self.0.2)(state, rest)
    }
}
