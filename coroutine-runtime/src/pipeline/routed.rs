//! The consumer of one key of a route, and what those before it gave.

use alloc::vec::Vec;

use crate::{Consumer, CoroutineState, SendError};

#[derive(Clone, Debug)]
pub(super) struct Routed<C, Output> {
    /// Stays here once it has finished, until the key comes again.
    consumer: C,
    /// Of those that have completed, oldest first.
    outputs: Vec<Output>,
}

impl<C, Output> Routed<C, Output> {
    pub(super) fn new(made: C) -> Self {
        Self { consumer: made, outputs: Vec::new() }
    }

    pub(super) fn waits<Input>(&self) -> bool
    where
        C: Consumer<Input>,
    {
        !self.consumer.is_finished()
    }

    /// Puts a new consumer there. One that has finished by other means than a send still has its output.
    pub(super) fn renew<Input>(&mut self, made: C)
    where
        C: Consumer<Input, Output = Output>,
    {
        self.outputs.extend(self.consumer.close());
        self.consumer = made;
    }

    /// Hands the input back if the consumer was finished when it was made.
    pub(super) fn send<Input>(&mut self, input: Input) -> Result<(), SendError<Input>>
    where
        C: Consumer<Input, Reply = (), Output = Output>,
    {
        if let CoroutineState::Complete(output) = self.consumer.try_send(input)? {
            self.outputs.push(output);
        }
        Ok(())
    }

    pub(super) fn close<Input>(mut self) -> Vec<Output>
    where
        C: Consumer<Input, Output = Output>,
    {
        self.outputs.extend(self.consumer.close());
        self.outputs
    }
}
