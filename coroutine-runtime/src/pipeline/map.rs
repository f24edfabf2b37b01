//! Passes on what a function makes of each input.

use core::fmt;

use super::stage::{Live, Sent, Stage, consumer_methods};
use crate::{Consumer, SendError};

/// Passes on to `target` what `f` makes of each input.
///
/// Completes with the output of `target` as soon as that completes. Closing it closes `target` and gives
/// its output.
///
/// What `f` gives may borrow from its input if `f` is a function with a name, such as `str::trim`; rustc does not see that
/// of a closure.
///
/// # Panics
///
/// `send` panics if the stage or `target` has finished. A stage whose `f` or `target` panics has finished.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::Consumer;
/// use coroutine_runtime::pipeline::{fold, map};
///
/// let total = fold(0, |total: usize, length: usize| total + length);
/// let mut lengths = map(str::trim, map(|line: &str| line.len(), total));
/// for line in "  spam\neggs  \n".lines() {
///     lengths.send(line);
/// }
/// assert_eq!(lengths.close(), Some(8));
/// ```
#[inline]
pub fn map<F, C>(f: F, target: C) -> Map<F, C> {
    Map(Live::new(Mapping { target, f }))
}

/// A stage that passes on what a function makes of each input. See [`map`].
#[derive(Clone)]
#[must_use = "a stage that is dropped closes its target"]
pub struct Map<F, C>(Live<Mapping<F, C>>);

#[derive(Clone)]
struct Mapping<F, C> {
    // First, so that it is closed before the closure is dropped.
    target: C,
    f: F,
}

impl<Input, Mapped, F, C> Consumer<Input> for Map<F, C>
where
    F: FnMut(Input) -> Mapped,
    C: Consumer<Mapped, Reply = ()>,
{
    type Reply = ();
    type Output = C::Output;

    consumer_methods!(Input);
}

impl<Input, Mapped, F, C> Stage<Input> for Mapping<F, C>
where
    F: FnMut(Input) -> Mapped,
    C: Consumer<Mapped, Reply = ()>,
{
    const NAME: &'static str = "map";
    type Output = C::Output;

    #[inline]
    fn receive(&mut self, input: Input) -> Sent<Input, C::Output> {
        // Asked first: once `f` has had the input, it cannot be handed back.
        if self.target.is_finished() {
            return Err(SendError(input));
        }
        let mapped = (self.f)(input);
        Ok(self.target.send(mapped))
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

/// The target: `Map { target: Primed { consumer: "grep", state: "Line" }, .. }`.
impl<F, C: fmt::Debug> fmt::Debug for Map<F, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f, "Map", |stage, shown| {
            shown.field("target", &stage.target);
        })
    }
}
