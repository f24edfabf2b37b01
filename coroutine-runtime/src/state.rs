//! Where a consumer stands: what one send answered, and the place it waits at.

/// What a consumer answered to one [`send`](crate::Primed::send).
///
/// The name and the meaning are those of the standard library's unstable `CoroutineState`.
///
/// # Examples
///
// TODO-ENABLE
/// ```ignore
/// use coroutine_runtime::{CoroutineState, consumer, recv};
///
/// #[consumer(u32, reply = u32)]
/// fn double_until_zero() -> &'static str {
///     let mut n = recv!(0);
///     while n != 0 {
///         n = recv!(2 * n);
///     }
///     "done"
/// }
///
/// let mut doubling = double_until_zero().prime();
/// assert_eq!(doubling.send(21), CoroutineState::Yielded(42));
/// assert_eq!(doubling.send(0), CoroutineState::Complete("done"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CoroutineState<Reply, Output> {
    /// The consumer waits for the next input, and replied with this.
    Yielded(Reply),
    /// The consumer has finished, and its body returned this.
    Complete(Output),
}

/// The place where a machine stands, by name; what [`Machine::state`](crate::Machine::state) gives.
///
/// Of a consumer itself, ask [`Primed::state`](crate::Primed::state) and
/// [`Primed::is_finished`](crate::Primed::is_finished).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// The consumer's name: `"grep"`.
    pub consumer: &'static str,
    /// The name of the state: `"Start"`, `"Line"`, `"Done"`.
    pub state: &'static str,
    /// Whether nothing can be received any more.
    pub finished: bool,
}

/// `state!(state in Grep as "grep": Start, Line; finished Done, Returned; uses recv)`: the [`State`] of an enum.
///
/// A body that returned while it was primed keeps its output in a variant of its own until it is
/// closed; it is as finished as any other, so whatever stands after `finished` is named `Done`.
#[doc(hidden)]
#[macro_export]
macro_rules! __state {
    (
        $state:ident in $machine:ident as $consumer:literal:
        $($waiting:ident),+ $(,)?; finished $($finished:ident),+ $(,)?; uses $($used:path),* $(,)?
    ) => {{
        // The macros that the body has no more: their imports are used here.
        $($used!(@imported);)*
        match $state {
            $($machine::$waiting { .. } => $crate::State {
                consumer: $consumer,
                state: $crate::__private::core::stringify!($waiting),
                finished: false,
            },)+
            $($machine::$finished { .. })|+ => $crate::State {
                consumer: $consumer,
                state: "Done",
                finished: true,
            },
        }
    }};
}
