//! What `#[consumer]` makes of a function, as the driver sees it.

use core::fmt;
use core::slice::Iter;

/// The state machine that `#[consumer]` makes of a function.
///
/// It appears in signatures, as in `Primed<impl Machine<Output = u32>>`, and is not to be written by hand:
/// the driver relies on what is said here and at each method, and the methods may change with the macro.
///
/// A transition that does not wait again, since the body returned or unwound, leaves some of its locals
/// where they lie: the driver calls [`finish`](Self::finish) then.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::{Primed, Receive, consumer, on_close, recv};
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
/// fn started() -> Primed<impl Receive<u32, Reply = (), Output = u32>> {
///     total().prime()
/// }
///
/// let mut sum = started();
/// sum.send(1);
/// assert_eq!(sum.close(), Some(1));
/// ```
pub trait Machine {
    /// What the body returns.
    type Output;

    /// Runs the handlers, drops the locals and finishes.
    ///
    /// Gives the value of the function-level handler if that is the output, or the output that the
    /// body returned while it was primed; `None` if there is neither, or it has been given already.
    /// Runs nothing if the machine is finished, or was never primed.
    fn close(&mut self) -> Option<Self::Output>;

    /// Drops the locals, newest first, without running a handler. Does nothing to a machine that is finished.
    fn finish(&mut self);

    /// The name of the place where the body waits. `None` if it does not wait: the machine is
    /// finished, or was never primed.
    fn state(&self) -> Option<&'static str>;

    /// The name of the consumer.
    fn name(&self) -> &'static str;

    /// What `Debug` shows of the place where it waits: its name, and with `derive(Debug)` the locals too.
    ///
    /// # Errors
    ///
    /// Those of the formatter.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.state().unwrap_or("Done"), f)
    }
}

/// What a [`Machine`] receives.
///
/// `for<'a> Receive<&'a str>` is a machine whose input lives only as long as its own send.
pub trait Receive<Input>: Machine {
    /// What a `recv!(reply)` answers.
    // It belongs here rather than to `Machine`, so that a reply may one day borrow from the input.
    type Reply;

    /// Runs to the first `recv!()` and gives its reply. `None` if the body returned before it: the
    /// output then waits for [`close`](Machine::close).
    fn prime(&mut self) -> Option<Self::Reply>;

    /// Runs from the `recv!()` that waits, whose value is `input`, to the next.
    ///
    /// Unless it gives `Yielded`, or `Finished`, [`finish`](Machine::finish) has to be called next, also if
    /// it unwinds.
    fn receive(&mut self, input: Input) -> Step<Self::Reply, Self::Output>;

    /// Takes one input after the other from `rest`, until there are no more or the body returns; gives the output
    /// then. Takes none if the machine is finished.
    ///
    /// Behind `Some`, and if it unwinds, [`finish`](Machine::finish) has to be called next.
    #[inline]
    fn feed(&mut self, rest: &mut Iter<'_, Input>) -> Option<Self::Output>
    where
        Input: Copy,
    {
        while self.state().is_some() {
            if let Step::Complete { output } = self.receive(*rest.next()?) {
                return Some(output);
            }
        }
        None
    }
}

/// What one transition of a [`Machine`] did.
///
/// A [`CoroutineState`](crate::CoroutineState), except that there may have been nobody to receive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<Reply, Output> {
    /// It waits again, and replied with this.
    Yielded(Reply),
    /// The body returned.
    // With a name: rustc reports a value of the wrong type as that, and not as an argument.
    Complete {
        /// This.
        output: Output,
    },
    /// It was finished already, and the input is gone.
    Finished,
}
