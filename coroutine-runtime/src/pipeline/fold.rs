//! Folds what is sent until it is closed.

use core::fmt;

use super::stage::{Live, Sent, Stage, consumer_methods};
use crate::{Consumer, CoroutineState, SendError};

/// Accumulates: `f` is given what there is, at first `init`, and an input, and gives what there is then.
///
/// Never completes. Closing it gives what has been accumulated.
///
/// # Panics
///
/// `send` panics if the sink has been closed. A sink whose `f` panics has finished, and what was accumulated is gone.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::pipeline::fold;
/// use coroutine_runtime::{Consumer, CoroutineState};
///
/// let mut longest = fold(0, |longest: usize, line: &str| longest.max(line.len()));
/// assert_eq!(longest.send("spam"), CoroutineState::Yielded(()));
/// longest.send("egg");
/// assert_eq!(longest.close(), Some(4));
/// ```
#[inline]
pub fn fold<A, F>(init: A, f: F) -> Fold<A, F> {
    Fold(Live::new(Folding { accumulated: Some(init), f }))
}

/// A sink that accumulates. See [`fold`].
#[derive(Clone)]
#[must_use = "what is accumulated is given when it is closed"]
pub struct Fold<A, F>(Live<Folding<A, F>>);

#[derive(Clone)]
struct Folding<A, F> {
    /// `None` while `f` has it.
    accumulated: Option<A>,
    f: F,
}

impl<Input, A, F> Consumer<Input> for Fold<A, F>
where
    F: FnMut(A, Input) -> A,
{
    type Reply = ();
    type Output = A;

    consumer_methods!(Input);
}

impl<Input, A, F> Stage<Input> for Folding<A, F>
where
    F: FnMut(A, Input) -> A,
{
    const NAME: &'static str = "fold";
    type Output = A;

    #[inline]
    fn receive(&mut self, input: Input) -> Sent<Input, A> {
        let Some(accumulated) = self.accumulated.take() else { return Err(SendError(input)) };
        self.accumulated = Some((self.f)(accumulated, input));
        Ok(CoroutineState::Yielded(()))
    }

    #[inline]
    fn close(self) -> Option<A> {
        self.accumulated
    }

    #[inline]
    fn is_stopped(&self) -> bool {
        self.accumulated.is_none()
    }
}

/// What has been accumulated: `Fold { accumulated: 3, .. }`.
impl<A: fmt::Debug, F> fmt::Debug for Fold<A, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f, "Fold", |stage, shown| {
            if let Some(accumulated) = &stage.accumulated {
                shown.field("accumulated", accumulated);
            }
        })
    }
}
