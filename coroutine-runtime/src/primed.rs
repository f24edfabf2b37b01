//! A consumer that can be sent to, closed, and asked where it stands.

mod close;
mod inspect;
mod many;

use core::mem;

use crate::{CoroutineState, Machine, Receive, SendError, Step};

/// A consumer that waits at a `recv!()`, or has finished.
///
/// Dropping it closes it, while a panic unwinds too, and drops the output that
/// [`close`](Self::close) would have given.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::{CoroutineState, Primed, consumer, recv};
///
/// #[consumer(u32)]
/// fn sum_of_two() -> u32 {
///     recv!() + recv!()
/// }
///
/// let mut sum = sum_of_two().prime();
/// assert_eq!(sum.send(1), CoroutineState::Yielded(()));
/// assert_eq!(sum.send(2), CoroutineState::Complete(3));
/// assert!(sum.is_finished());
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[must_use = "a consumer that is dropped is closed"]
pub struct Primed<M: Machine> {
    machine: M,
}

impl<M: Machine> Primed<M> {
    #[inline]
    pub(crate) fn new(machine: M) -> Self {
        Self { machine }
    }

    #[cfg(feature = "serde")]
    pub(crate) fn machine(&self) -> &M {
        &self.machine
    }

    /// Gives the body one input, and runs it to the next `recv!()` or to its end.
    ///
    /// Returns the reply of that `recv!(reply)`, or the value that the body returned.
    ///
    /// # Panics
    ///
    /// If the consumer has finished; [`try_send`](Self::try_send) does not. If the body panics, the
    /// consumer is finished: its locals are dropped, and no handler runs.
    ///
    /// # Examples
    ///
    /// ```
    /// use coroutine_runtime::{CoroutineState, consumer, recv};
    ///
    /// #[consumer(&str, reply = usize)]
    /// fn until_empty() -> usize {
    ///     let mut total = 0;
    ///     loop {
    ///         let line = recv!(total);
    ///         if line.is_empty() {
    ///             return total;
    ///         }
    ///         total += line.len();
    ///     }
    /// }
    ///
    /// let mut total = until_empty().prime();
    /// assert_eq!(total.send("four"), CoroutineState::Yielded(4));
    /// assert_eq!(total.send(""), CoroutineState::Complete(4));
    /// ```
    #[inline]
    #[track_caller]
    pub fn send<Input>(&mut self, input: Input) -> CoroutineState<M::Reply, M::Output>
    where
        M: Receive<Input>,
    {
        let running = Running(&mut self.machine);
        match running.0.receive(input) {
            Step::Yielded(reply) => {
                mem::forget(running);
                CoroutineState::Yielded(reply)
            }
            Step::Complete { output } => CoroutineState::Complete(output),
            Step::Finished => {
                mem::forget(running);
                refuse(self.machine.name())
            }
        }
    }

    /// As [`send`](Self::send), and hands the input back instead of panicking if the consumer has
    /// finished.
    ///
    /// # Errors
    ///
    /// [`SendError`] with the input if the consumer has finished.
    ///
    /// # Panics
    ///
    /// If the body panics, as [`send`](Self::send) does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coroutine_runtime::{CoroutineState, SendError, consumer, recv};
    ///
    /// #[consumer(u32)]
    /// fn first() -> u32 {
    ///     recv!()
    /// }
    ///
    /// let mut first = first().prime();
    /// assert_eq!(first.try_send(1), Ok(CoroutineState::Complete(1)));
    /// assert_eq!(first.try_send(2), Err(SendError(2)));
    /// ```
    #[inline]
    pub fn try_send<Input>(
        &mut self,
        input: Input,
    ) -> Result<CoroutineState<M::Reply, M::Output>, SendError<Input>>
    where
        M: Receive<Input>,
    {
        if self.is_finished() { Err(SendError(input)) } else { Ok(self.send(input)) }
    }
}

/// Finishes a machine that returned or unwound. One that waits again forgets this, which costs nothing.
struct Running<'m, M: Machine>(&'m mut M);

impl<M: Machine> Drop for Running<'_, M> {
    #[inline]
    fn drop(&mut self) {
        self.0.finish();
    }
}

/// Out of line, so that `send` stays small where it is inlined.
#[cold]
#[inline(never)]
#[track_caller]
fn refuse(consumer: &str) -> ! {
    panic!("sent to `{consumer}`, which has finished")
}
