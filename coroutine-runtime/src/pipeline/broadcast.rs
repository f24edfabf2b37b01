//! Sends each input to many.

use alloc::vec::Vec;
use core::{fmt, mem};

use super::stage::{Live, Sent, Stage, consumer_methods};
use crate::{Consumer, CoroutineState, SendError};

/// Sends each input to all of `targets`, in their order: a clone to each, and to the last the input itself.
///
/// A target that completes drops out, and its output is kept. When the last one has, the stage completes. Closing
/// it closes those that are left, in their order. Either gives the outputs by position, where `None` stands for a target
/// that had none to give when it was closed.
///
/// Without targets there is nobody to send to: the stage has finished from the start, and closing it gives no outputs. Targets of
/// several types are boxed: `Box<dyn Consumer<…>>`.
///
/// # Panics
///
/// `send` panics if the stage or all targets have finished. If a target panics, the stage has finished: the others are
/// dropped, which closes them, and the outputs are gone.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::pipeline::broadcast;
/// use coroutine_runtime::{Consumer, CoroutineState, consumer, on_close, recv};
///
/// /// The first number above `limit`, or what there was instead.
/// #[consumer(u32)]
/// fn above(limit: u32) -> Result<u32, &'static str> {
///     loop {
///         let n = recv!();
///         if n > limit {
///             return Ok(n);
///         }
///     }
///     on_close! { Err("none") }
/// }
///
/// let mut all = broadcast([4, 1].map(|limit| above(limit).prime()));
/// assert_eq!(all.send(2), CoroutineState::Yielded(()));
/// assert_eq!(all.send(3), CoroutineState::Yielded(()));
/// assert_eq!(all.close(), Some(vec![Some(Err("none")), Some(Ok(2))]));
///
/// let mut all = broadcast([4, 1].map(|limit| above(limit).prime()));
/// assert_eq!(all.send(5), CoroutineState::Complete(vec![Some(Ok(5)), Some(Ok(5))]));
/// ```
pub fn broadcast<C, Output>(targets: impl IntoIterator<Item = C>) -> Broadcast<C, Output> {
    let targets = targets.into_iter().map(Target::Waiting).collect();
    Broadcast(Live::new(Broadcasting { targets }))
}

/// A stage that sends each input to many. See [`broadcast`].
#[derive(Clone)]
#[must_use = "a stage that is dropped closes its targets"]
pub struct Broadcast<C, Output>(Live<Broadcasting<C, Output>>);

#[derive(Clone)]
struct Broadcasting<C, Output> {
    targets: Vec<Target<C, Output>>,
}

#[derive(Clone, Debug)]
enum Target<C, Output> {
    Waiting(C),
    Complete(Output),
}

impl<Input, C, Output> Consumer<Input> for Broadcast<C, Output>
where
    Input: Clone,
    C: Consumer<Input, Reply = (), Output = Output>,
{
    type Reply = ();
    type Output = Vec<Option<Output>>;

    consumer_methods!(Input);
}

impl<Input, C, Output> Stage<Input> for Broadcasting<C, Output>
where
    Input: Clone,
    C: Consumer<Input, Reply = (), Output = Output>,
{
    const NAME: &'static str = "broadcast";
    type Output = Vec<Option<Output>>;

    fn receive(&mut self, input: Input) -> Sent<Input, Self::Output> {
        let Some(last) = self.targets.iter().rposition(Target::waits) else {
            return Err(SendError(input));
        };
        for target in &mut self.targets[..last] {
            target.send_with(|| input.clone());
        }
        self.targets[last].send_with(|| input);
        if self.targets.iter().any(Target::waits) {
            return Ok(CoroutineState::Yielded(()));
        }
        let targets = mem::take(&mut self.targets);
        Ok(CoroutineState::Complete(targets.into_iter().map(Target::close).collect()))
    }

    fn close(self) -> Option<Self::Output> {
        Some(self.targets.into_iter().map(Target::close).collect())
    }

    fn is_stopped(&self) -> bool {
        !self.targets.iter().any(Target::waits)
    }
}

impl<C, Output> Target<C, Output> {
    fn waits<Input>(&self) -> bool
    where
        C: Consumer<Input>,
    {
        matches!(self, Self::Waiting(target) if !target.is_finished())
    }

    /// Makes no input for a target that does not wait. One that returned while it was primed keeps its output to the end.
    fn send_with<Input>(&mut self, input: impl FnOnce() -> Input)
    where
        C: Consumer<Input, Reply = (), Output = Output>,
    {
        if let Self::Waiting(target) = self
            && !target.is_finished()
            && let CoroutineState::Complete(output) = target.send(input())
        {
            *self = Self::Complete(output);
        }
    }

    fn close<Input>(self) -> Option<Output>
    where
        C: Consumer<Input, Output = Output>,
    {
        match self {
            Self::Waiting(mut target) => target.close(),
            Self::Complete(output) => Some(output),
        }
    }
}

/// The targets, and the outputs of those that have finished.
impl<C: fmt::Debug, Output: fmt::Debug> fmt::Debug for Broadcast<C, Output> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f, "Broadcast", |stage, shown| {
            shown.field("targets", &stage.targets);
        })
    }
}
