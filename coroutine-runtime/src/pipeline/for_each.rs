//! A closure as a sink.

use core::fmt;

use super::stage::{Live, Sent, Stage, consumer_methods};
use crate::{Consumer, CoroutineState};

/// Calls `f` with each input.
///
/// Never completes. Closing it drops `f` and gives `()`.
///
/// # Panics
///
/// `send` panics if the sink has been closed. A sink whose `f` panics has finished.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::Consumer;
/// use coroutine_runtime::pipeline::{filter, for_each};
///
/// let mut found = Vec::new();
/// let mut grep = filter(
///     |line: &&str| line.contains("Python"),
///     for_each(|line: &str| found.push(line.to_owned())),
/// );
/// for line in "Java is cool\nPython is cool".lines() {
///     grep.send(line);
/// }
/// assert_eq!(grep.close(), Some(()));
/// assert_eq!(found, ["Python is cool"]);
/// ```
#[inline]
pub fn for_each<F>(f: F) -> ForEach<F> {
    ForEach(Live::new(Calling { f }))
}

/// A sink that calls a closure with each input. See [`for_each`].
#[derive(Clone)]
#[must_use = "nothing happens before it is sent to"]
pub struct ForEach<F>(Live<Calling<F>>);

#[derive(Clone)]
struct Calling<F> {
    f: F,
}

impl<Input, F> Consumer<Input> for ForEach<F>
where
    F: FnMut(Input),
{
    type Reply = ();
    type Output = ();

    consumer_methods!(Input);
}

impl<Input, F> Stage<Input> for Calling<F>
where
    F: FnMut(Input),
{
    const NAME: &'static str = "for_each";
    type Output = ();

    #[inline]
    fn receive(&mut self, input: Input) -> Sent<Input, ()> {
        (self.f)(input);
        Ok(CoroutineState::Yielded(()))
    }

    #[inline]
    fn close(self) -> Option<()> {
        Some(())
    }

    #[inline]
    fn is_stopped(&self) -> bool {
        false
    }
}

impl<F> fmt::Debug for ForEach<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f, "ForEach", |_, _| {})
    }
}
