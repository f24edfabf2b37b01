//! How a consumer ends from outside.

use crate::{Machine, Primed};

impl<M: Machine> Primed<M> {
    /// Ends the consumer: runs the `on_close!` handlers that guard the `recv!()` it waits at,
    /// innermost first, and drops its locals.
    ///
    /// Returns the value of the function-level handler if that is the function's output, or the
    /// output of a body that returned while it was primed. `None` if there is no such handler, the
    /// output has been handed out already, or the body has panicked.
    ///
    /// # Panics
    ///
    /// If a handler panics. The handlers outside of it do not run, and the locals are dropped.
    ///
    /// # Examples
    ///
    /// ```
    /// use coroutine_runtime::{consumer, on_close, recv};
    ///
    /// #[consumer(u32)]
    /// fn total() -> u32 {
    ///     let mut sum = 0;
    ///     loop {
    ///         sum += recv!();
    ///     }
    ///     on_close! { sum }
    /// }
    ///
    /// let mut total = total().prime();
    /// total.send(1);
    /// total.send(2);
    /// assert_eq!(total.close(), Some(3));
    /// ```
    #[inline]
    pub fn close(mut self) -> Option<M::Output> {
        self.finish()
    }

    /// What closing means for those who keep the consumer: [`Consumer::close`](crate::Consumer::close),
    /// and dropping it.
    #[inline]
    pub(crate) fn finish(&mut self) -> Option<M::Output> {
        self.machine.close()
    }
}

/// Closes, as Python closes a suspended coroutine that is collected.
impl<M: Machine> Drop for Primed<M> {
    #[inline]
    fn drop(&mut self) {
        // After `close`, or a handler that panicked in it, this finds a finished machine: nothing runs.
        drop(self.finish());
    }
}
