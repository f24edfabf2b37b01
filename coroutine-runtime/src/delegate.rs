//! What `delegate!` passes the inputs on to.

use core::slice::Iter;

use crate::{Consumer, CoroutineState, Machine, Primed, Receive, Unprimed};

/// What is sent to, and what it has answered already: `Complete` if there is nothing to send.
type Begun<C, Reply, Output> = (C, CoroutineState<Reply, Output>);

impl<M: Machine> Unprimed<M> {
    /// Primes it for a `delegate!`.
    #[doc(hidden)]
    #[inline]
    #[track_caller]
    pub fn __begin<Input>(self) -> Begun<Primed<M>, M::Reply, M::Output>
    where
        M: Receive<Input>,
    {
        let (mut primed, reply) = self.prime_with_reply();
        let begun = match reply {
            Some(reply) => CoroutineState::Yielded(reply),
            None => completed(&mut primed),
        };
        (primed, begun)
    }
}

/// Any other consumer: it is primed already, and has given its first reply away.
// A method, so that the one of `Unprimed` goes before it.
pub trait Delegate: Sized {
    /// `Complete` if it has its output already.
    #[inline]
    #[track_caller]
    fn __begin<Input>(mut self) -> Begun<Self, (), Self::Output>
    where
        Self: Consumer<Input, Reply = ()>,
    {
        let begun = begun(&mut self);
        (self, begun)
    }
}

impl<C> Delegate for C {}

/// What one that stays where it is has answered already.
#[inline]
#[track_caller]
pub fn begun<Input, C>(consumer: &mut C) -> CoroutineState<(), C::Output>
where
    C: Consumer<Input, Reply = ()> + ?Sized,
{
    if consumer.is_finished() { completed(consumer) } else { CoroutineState::Yielded(()) }
}

/// Sends it what is left of a slice. Nothing is left if it has not completed.
#[inline]
pub fn feed<Input: Copy, C>(
    consumer: &mut C,
    rest: &mut Iter<'_, Input>,
) -> CoroutineState<(), C::Output>
where
    C: Consumer<Input> + ?Sized,
{
    let (state, behind) = match consumer.feed(rest.as_slice()) {
        CoroutineState::Yielded(()) => (CoroutineState::Yielded(()), &[][..]),
        CoroutineState::Complete((output, behind)) => (CoroutineState::Complete(output), behind),
    };
    *rest = behind.iter();
    state
}

/// Closes a consumer whose output nobody waits for.
#[inline]
pub fn close<Input, C: Consumer<Input> + ?Sized>(consumer: &mut C) {
    drop(consumer.close());
}

/// The output of a body that returned while it was primed.
#[track_caller]
fn completed<Input, C, Reply>(consumer: &mut C) -> CoroutineState<Reply, C::Output>
where
    C: Consumer<Input> + ?Sized,
{
    match consumer.close() {
        Some(output) => CoroutineState::Complete(output),
        None => panic!("delegated to a consumer that has finished"),
    }
}
