//! Many sends at once.

use core::mem;

use super::{Running, refuse};
use crate::{CoroutineState, Machine, Primed, Receive};

impl<M: Machine> Primed<M> {
    /// Sends a copy of each input, until the consumer completes.
    ///
    /// With the option `batch`, as in `#[consumer(u8, batch)]`, the loops of the body that wait run over
    /// the inputs as if they were all there, which is faster than one send for each.
    ///
    /// Returns `Complete` with the output and the inputs that were not taken, or `Yielded` if the
    /// consumer took them all and waits for more.
    ///
    /// # Panics
    ///
    /// As [`send`](Self::send): if the consumer has finished before and there is an input to send,
    /// or if the body panics. No inputs are `Yielded(())` to a finished consumer too.
    ///
    /// # Examples
    ///
    /// ```
    /// use coroutine_runtime::{CoroutineState, consumer, recv};
    ///
    /// #[consumer(u8)]
    /// fn number() -> u32 {
    ///     let mut number = 0;
    ///     loop {
    ///         match recv!() {
    ///             digit @ b'0'..=b'9' => number = 10 * number + u32::from(digit - b'0'),
    ///             _ => return number,
    ///         }
    ///     }
    /// }
    ///
    /// let mut number = number().prime();
    /// assert_eq!(number.feed(b"1"), CoroutineState::Yielded(()));
    /// assert_eq!(number.feed(b"2 apples"), CoroutineState::Complete((12, &b"apples"[..])));
    /// ```
    #[inline]
    #[track_caller]
    pub fn feed<'inputs, Input>(
        &mut self,
        inputs: &'inputs [Input],
    ) -> CoroutineState<(), (M::Output, &'inputs [Input])>
    where
        Input: Copy,
        M: Receive<Input, Reply = ()>,
    {
        self.feed_any(inputs)
    }

    /// [`feed`](Self::feed) for any reply, as [`Consumer::feed`](crate::Consumer::feed) has it.
    #[inline]
    #[track_caller]
    pub(crate) fn feed_any<'inputs, Input>(
        &mut self,
        inputs: &'inputs [Input],
    ) -> CoroutineState<(), (M::Output, &'inputs [Input])>
    where
        Input: Copy,
        M: Receive<Input>,
    {
        let mut rest = inputs.iter();
        let running = Running(&mut self.machine);
        if let Some(output) = running.0.feed(&mut rest) {
            return CoroutineState::Complete((output, rest.as_slice()));
        }
        mem::forget(running);
        if rest.as_slice().is_empty() {
            CoroutineState::Yielded(())
        } else {
            refuse(self.machine.name())
        }
    }

    /// Sends each input, until the consumer completes, past which it takes none: pass
    /// [`by_ref`](Iterator::by_ref) to keep the rest.
    ///
    /// Returns `Complete` with the output, or `Yielded` if the consumer took them all and waits for
    /// more.
    ///
    /// # Panics
    ///
    /// As [`send`](Self::send): if the consumer has finished before and there is an input to send,
    /// or if the body panics. No inputs are `Yielded(())` to a finished consumer too.
    ///
    /// # Examples
    ///
    /// ```
    /// use coroutine_runtime::{CoroutineState, consumer, recv};
    ///
    /// #[consumer(&str)]
    /// fn header() -> usize {
    ///     let mut lines = 0;
    ///     while !recv!().is_empty() {
    ///         lines += 1;
    ///     }
    ///     lines
    /// }
    ///
    /// let mut lines = "Host: example.org\n\nbody".lines();
    /// assert_eq!(header().prime().send_all(lines.by_ref()), CoroutineState::Complete(1));
    /// assert_eq!(lines.next(), Some("body"));
    /// ```
    #[inline]
    #[track_caller]
    pub fn send_all<Input>(
        &mut self,
        inputs: impl IntoIterator<Item = Input>,
    ) -> CoroutineState<(), M::Output>
    where
        M: Receive<Input, Reply = ()>,
    {
        for input in inputs {
            if let CoroutineState::Complete(output) = self.send(input) {
                return CoroutineState::Complete(output);
            }
        }
        CoroutineState::Yielded(())
    }
}
