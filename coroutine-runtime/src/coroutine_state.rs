//! What one send answered.

/// What a consumer answered to one [`send`](crate::Primed::send).
///
/// The name and the meaning are those of the standard library's unstable `CoroutineState`.
///
/// # Examples
///
/// ```
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
