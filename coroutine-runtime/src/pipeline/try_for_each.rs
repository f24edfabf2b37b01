//! A closure that may say to stop, as a sink.

use core::fmt;
use core::ops::ControlFlow;

use super::Try;
use super::stage::{Live, Sent, Stage, consumer_methods};
use crate::{Consumer, CoroutineState};

/// As [`for_each`](super::for_each), and completes with the first `Err`, `None` or `Break` that `f` gives.
///
/// Closing it drops `f` and gives an `Ok(())`, `Some(())` or `Continue(())`.
///
/// # Panics
///
/// `send` panics if the sink has finished. A sink whose `f` panics has finished.
///
/// # Examples
///
/// The error of a sink is what the whole pipeline completes with:
///
/// ```
/// use std::io::Write;
///
/// use coroutine_runtime::pipeline::{map, try_for_each};
/// use coroutine_runtime::{Consumer, CoroutineState};
///
/// let mut full: &mut [u8] = &mut [0; 6];
/// let mut lines = map(str::trim, try_for_each(|line: &str| writeln!(full, "{line}")));
/// assert!(matches!(lines.send(" spam "), CoroutineState::Yielded(())));
/// assert!(matches!(lines.send(" eggs "), CoroutineState::Complete(Err(_))));
/// assert!(lines.is_finished());
/// ```
#[inline]
pub fn try_for_each<F>(f: F) -> TryForEach<F> {
    TryForEach(Live::new(Calling { f }))
}

/// A sink that calls a closure with each input until that says to stop. See [`try_for_each`].
#[derive(Clone)]
#[must_use = "nothing happens before it is sent to"]
pub struct TryForEach<F>(Live<Calling<F>>);

#[derive(Clone)]
struct Calling<F> {
    f: F,
}

impl<Input, F, R> Consumer<Input> for TryForEach<F>
where
    F: FnMut(Input) -> R,
    R: Try<Output = ()>,
{
    type Reply = ();
    type Output = R;

    consumer_methods!(Input);
}

impl<Input, F, R> Stage<Input> for Calling<F>
where
    F: FnMut(Input) -> R,
    R: Try<Output = ()>,
{
    const NAME: &'static str = "try_for_each";
    type Output = R;

    #[inline]
    fn receive(&mut self, input: Input) -> Sent<Input, R> {
        Ok(match (self.f)(input).branch() {
            ControlFlow::Continue(()) => CoroutineState::Yielded(()),
            ControlFlow::Break(result) => CoroutineState::Complete(result),
        })
    }

    #[inline]
    fn close(self) -> Option<R> {
        Some(R::from_output(()))
    }

    #[inline]
    fn is_stopped(&self) -> bool {
        false
    }
}

impl<F> fmt::Debug for TryForEach<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f, "TryForEach", |_, _| {})
    }
}
