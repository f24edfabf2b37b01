//! What all stages have in common: when they finish, and what they refuse then.

use core::fmt::{self, DebugStruct, Formatter};
use core::mem;

use crate::{CoroutineState, SendError};

/// What one send came to, or its input.
pub(super) type Sent<Input, Output> = Result<CoroutineState<(), Output>, SendError<Input>>;

/// What a stage does until it has finished.
pub(super) trait Stage<Input> {
    /// What the panic of a refused send calls it.
    const NAME: &'static str;

    /// What it completes with.
    type Output;

    /// Takes one input. Hands it back if there is nobody left to take it, which is so before the first
    /// send already if the target returned while it was primed.
    fn receive(&mut self, input: Input) -> Sent<Input, Self::Output>;

    /// Closes what it holds.
    fn close(self) -> Option<Self::Output>;

    /// Whether `receive` would hand every input back.
    fn is_stopped(&self) -> bool;
}

/// A stage, or nothing once it has finished: what a stage held is then dropped, as a consumer's locals are.
#[derive(Clone)]
pub(super) struct Live<S>(Option<S>);

impl<S> Live<S> {
    #[inline]
    pub(super) fn new(stage: S) -> Self {
        Self(Some(stage))
    }

    #[inline]
    #[track_caller]
    pub(super) fn send<Input>(&mut self, input: Input) -> CoroutineState<(), S::Output>
    where
        S: Stage<Input>,
    {
        match self.try_send(input) {
            Ok(state) => state,
            Err(SendError(_)) => refuse(S::NAME, self.0.is_some()),
        }
    }

    #[inline]
    pub(super) fn try_send<Input>(&mut self, input: Input) -> Sent<Input, S::Output>
    where
        S: Stage<Input>,
    {
        let running = Running(&mut self.0);
        let sent = match running.0 {
            Some(stage) => stage.receive(input),
            None => Err(SendError(input)),
        };
        if !matches!(sent, Ok(CoroutineState::Complete(_))) {
            mem::forget(running);
        }
        sent
    }

    /// The stage is taken out first: if closing unwinds, it has finished all the same.
    #[inline]
    pub(super) fn close<Input>(&mut self) -> Option<S::Output>
    where
        S: Stage<Input>,
    {
        self.0.take()?.close()
    }

    #[inline]
    pub(super) fn is_finished<Input>(&self) -> bool
    where
        S: Stage<Input>,
    {
        self.0.as_ref().is_none_or(S::is_stopped)
    }

    /// Shows the fields of a stage; those of a finished one are as [`Primed`](crate::Primed) shows itself.
    pub(super) fn fmt(
        &self,
        f: &mut Formatter<'_>,
        name: &str,
        fields: impl FnOnce(&S, &mut DebugStruct<'_, '_>),
    ) -> fmt::Result {
        let mut shown = f.debug_struct(name);
        match &self.0 {
            Some(stage) => {
                fields(stage, &mut shown);
                shown.finish_non_exhaustive()
            }
            None => shown.field("state", &"Done").finish(),
        }
    }
}

/// Finishes a stage that completed or unwound. One that goes on forgets this, which costs nothing.
struct Running<'s, S>(&'s mut Option<S>);

impl<S> Drop for Running<'_, S> {
    #[inline]
    fn drop(&mut self) {
        *self.0 = None;
    }
}

/// Out of line, so that `send` stays small where it is inlined.
#[cold]
#[inline(never)]
#[track_caller]
fn refuse(stage: &str, live: bool) -> ! {
    let who = if live { "whose target" } else { "which" };
    panic!("sent to `{stage}`, {who} has finished")
}

/// The methods of [`Consumer`](crate::Consumer) for a struct around a [`Live`].
macro_rules! consumer_methods {
    ($Input:ty) => {
        #[inline]
        fn send(&mut self, input: $Input) -> $crate::CoroutineState<(), Self::Output> {
            self.0.send(input)
        }

        #[inline]
        fn try_send(
            &mut self,
            input: $Input,
        ) -> Result<$crate::CoroutineState<(), Self::Output>, $crate::SendError<$Input>> {
            self.0.try_send(input)
        }

        #[inline]
        fn close(&mut self) -> Option<Self::Output> {
            self.0.close()
        }

        #[inline]
        fn is_finished(&self) -> bool {
            self.0.is_finished()
        }
    };
}

pub(super) use consumer_methods;
