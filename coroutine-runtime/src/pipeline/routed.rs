//! The consumer of one key of a route, and what those before it gave.

use alloc::vec::Vec;

use crate::{Consumer, CoroutineState, SendError};

#[derive(Clone, Debug)]
pub(super) struct Routed<C, Output> {
    /// `None` once it has completed.
    waiting: Option<C>,
    /// Of those that have completed, oldest first.
    outputs: Vec<Output>,
}

impl<C, Output> Routed<C, Output> {
    pub(super) fn new(made: C) -> Self {
        Self { waiting: Some(made), outputs: Vec::new() }
    }

    pub(super) fn waits<Input>(&self) -> bool
    where
        C: Consumer<Input>,
    {
        self.waiting.as_ref().is_some_and(|waiting| !waiting.is_finished())
    }

    /// Puts a new consumer there. One that has finished by other means than a send still has its output.
    pub(super) fn renew<Input>(&mut self, made: C)
    where
        C: Consumer<Input, Output = Output>,
    {
        let finished = self.waiting.replace(made);
        self.outputs.extend(finished.and_then(|mut finished| finished.close()));
    }

    /// Hands the input back if the consumer was finished when it was made.
    pub(super) fn send<Input>(&mut self, input: Input) -> Result<(), SendError<Input>>
    where
        C: Consumer<Input, Reply = (), Output = Output>,
    {
        let Some(waiting) = &mut self.waiting else { return Err(SendError(input)) };
        if let CoroutineState::Complete(output) = waiting.try_send(input)? {
            self.outputs.push(output);
            self.waiting = None;
        }
        Ok(())
    }

    pub(super) fn close<Input>(mut self) -> Vec<Output>
    where
        C: Consumer<Input, Output = Output>,
    {
        self.outputs.extend(self.waiting.and_then(|mut waiting| waiting.close()));
        self.outputs
    }
}
