//! What was sent to a consumer that could not take it.

use core::error::Error;
use core::fmt;

/// The consumer has finished; the input that it could not take is given back.
///
/// What [`Primed::try_send`](crate::Primed::try_send) and [`Consumer::try_send`](crate::Consumer::try_send)
/// give.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::SendError;
///
/// let SendError(input) = SendError("a line");
/// assert_eq!(input, "a line");
/// assert_eq!(SendError(input).to_string(), "sent to a consumer that has finished");
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SendError<Input>(pub Input);

// By hand, here and below, to ask nothing of the input: `unwrap` and `?` should take any.
impl<Input> fmt::Debug for SendError<Input> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendError").finish_non_exhaustive()
    }
}

impl<Input> fmt::Display for SendError<Input> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sent to a consumer that has finished")
    }
}

impl<Input> Error for SendError<Input> {}
