//! Passes some inputs on.

use core::fmt;

use super::stage::{Live, Sent, Stage, consumer_methods};
use crate::{Consumer, CoroutineState, SendError};

/// Passes on to `target` the inputs for which `predicate` is true.
///
/// Completes with the output of `target` as soon as that completes. Closing it closes `target` and gives
/// its output.
///
/// # Panics
///
/// `send` panics if the stage or `target` has finished. A stage whose `predicate` or `target` panics has finished.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::pipeline::{filter, fold};
/// use coroutine_runtime::{Consumer, CoroutineState};
///
/// let mut even = filter(|n: &u32| n % 2 == 0, fold(0, |sum: u32, n: u32| sum + n));
/// assert_eq!(even.feed(&[1, 2, 3, 4]), CoroutineState::Yielded(()));
/// assert_eq!(even.close(), Some(6));
/// ```
#[inline]
pub fn filter<P, C>(predicate: P, target: C) -> Filter<P, C> {
    Filter(Live::new(Filtering { target, predicate }))
}

/// A stage that passes some inputs on. See [`filter`].
#[derive(Clone)]
#[must_use = "a stage that is dropped closes its target"]
pub struct Filter<P, C>(Live<Filtering<P, C>>);

#[derive(Clone)]
struct Filtering<P, C> {
    // First, so that it is closed before the closure is dropped.
    target: C,
    predicate: P,
}

impl<Input, P, C> Consumer<Input> for Filter<P, C>
where
    P: FnMut(&Input) -> bool,
    C: Consumer<Input, Reply = ()>,
{
    type Reply = ();
    type Output = C::Output;

    consumer_methods!(Input);
}

impl<Input, P, C> Stage<Input> for Filtering<P, C>
where
    P: FnMut(&Input) -> bool,
    C: Consumer<Input, Reply = ()>,
{
    const NAME: &'static str = "filter";
    type Output = C::Output;

    #[inline]
    fn receive(&mut self, input: Input) -> Sent<Input, C::Output> {
        // Asked first, so that what nobody would take is refused whatever the predicate says to it.
        if self.target.is_finished() {
            Err(SendError(input))
        } else if (self.predicate)(&input) {
            self.target.try_send(input)
        } else {
            Ok(CoroutineState::Yielded(()))
        }
    }

    #[inline]
    fn close(mut self) -> Option<C::Output> {
        self.target.close()
    }

    #[inline]
    fn is_stopped(&self) -> bool {
        self.target.is_finished()
    }
}

/// The target: `Filter { target: Primed { consumer: "grep", state: "Line" }, .. }`.
impl<P, C: fmt::Debug> fmt::Debug for Filter<P, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f, "Filter", |stage, shown| {
            shown.field("target", &stage.target);
        })
    }
}
