//! Folds what is sent until it is closed, or the closure says to stop.

use core::fmt;
use core::ops::ControlFlow;

use super::Try;
use super::stage::{Live, Sent, Stage, consumer_methods};
use crate::{Consumer, CoroutineState, SendError};

/// As [`fold`](super::fold), and completes with the first `Err`, `None` or `Break` that `f` gives.
///
/// Closing it gives what has been accumulated as an `Ok`, `Some` or `Continue`.
///
/// # Panics
///
/// `send` panics if the sink has finished. A sink whose `f` panics has finished, and what was accumulated is gone.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::pipeline::try_fold;
/// use coroutine_runtime::{Consumer, CoroutineState};
///
/// let parse = |sum: u32, line: &str| line.parse::<u32>().map(|n| sum + n);
/// let mut sum = try_fold(0, parse);
/// assert_eq!(sum.send("1"), CoroutineState::Yielded(()));
/// assert_eq!(sum.send("2"), CoroutineState::Yielded(()));
/// assert_eq!(sum.close(), Some(Ok(3)));
///
/// let mut sum = try_fold(0, parse);
/// assert!(matches!(sum.send("one"), CoroutineState::Complete(Err(_))));
/// assert!(sum.try_send("1").is_err());
/// ```
#[inline]
pub fn try_fold<A, F>(init: A, f: F) -> TryFold<A, F> {
    TryFold(Live::new(Folding { accumulated: Some(init), f }))
}

/// A sink that accumulates until it is told to stop. See [`try_fold`].
#[derive(Clone)]
#[must_use = "what is accumulated is given when it is closed"]
pub struct TryFold<A, F>(Live<Folding<A, F>>);

#[derive(Clone)]
struct Folding<A, F> {
    /// `None` while `f` has it.
    accumulated: Option<A>,
    f: F,
}

impl<Input, A, F, R> Consumer<Input> for TryFold<A, F>
where
    F: FnMut(A, Input) -> R,
    R: Try<Output = A>,
{
    type Reply = ();
    type Output = R;

    consumer_methods!(Input);
}

impl<Input, A, F, R> Stage<Input> for Folding<A, F>
where
    F: FnMut(A, Input) -> R,
    R: Try<Output = A>,
{
    const NAME: &'static str = "try_fold";
    type Output = R;

    #[inline]
    fn receive(&mut self, input: Input) -> Sent<Input, R> {
        let Some(accumulated) = self.accumulated.take() else { return Err(SendError(input)) };
        match (self.f)(accumulated, input).branch() {
            ControlFlow::Continue(accumulated) => {
                self.accumulated = Some(accumulated);
                Ok(CoroutineState::Yielded(()))
            }
            ControlFlow::Break(result) => Ok(CoroutineState::Complete(result)),
        }
    }

    #[inline]
    fn close(self) -> Option<R> {
        self.accumulated.map(R::from_output)
    }

    #[inline]
    fn is_stopped(&self) -> bool {
        self.accumulated.is_none()
    }
}

/// What has been accumulated: `TryFold { accumulated: 3, .. }`.
impl<A: fmt::Debug, F> fmt::Debug for TryFold<A, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f, "TryFold", |stage, shown| {
            if let Some(accumulated) = &stage.accumulated {
                shown.field("accumulated", accumulated);
            }
        })
    }
}
