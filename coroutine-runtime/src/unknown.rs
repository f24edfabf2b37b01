//! What stands for a machine whose input type is not known: whatever its callers send is right.

use core::marker::PhantomData;

use crate::{Consumer, CoroutineState, SendError};

/// Has what an [`Unprimed`](crate::Unprimed) and a [`Primed`](crate::Primed) have, and is never run: the program that it is
/// part of does not compile.
#[must_use]
pub struct Unknown<Reply, Output>(PhantomData<(Reply, Output)>);

const NEVER_RUN: &str = "a consumer whose input type is not known is never run";

#[allow(
    missing_docs,
    clippy::missing_panics_doc,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "as those of `Unprimed` and `Primed`"
)]
impl<Reply, Output> Unknown<Reply, Output> {
    pub fn stub() -> Self {
        Self(PhantomData)
    }

    pub fn prime(self) -> Self {
        self
    }

    pub fn prime_with_reply(self) -> (Self, Option<Reply>) {
        (self, None)
    }

    pub fn send<Input>(&mut self, _: Input) -> CoroutineState<Reply, Output> {
        unreachable!("{NEVER_RUN}")
    }

    pub fn try_send<Input>(
        &mut self,
        _: Input,
    ) -> Result<CoroutineState<Reply, Output>, SendError<Input>> {
        unreachable!("{NEVER_RUN}")
    }

    pub fn feed<'inputs, Input>(
        &mut self,
        _: &'inputs [Input],
    ) -> CoroutineState<Reply, (Output, &'inputs [Input])> {
        unreachable!("{NEVER_RUN}")
    }

    pub fn send_all<Input>(
        &mut self,
        _: impl IntoIterator<Item = Input>,
    ) -> CoroutineState<Option<Reply>, Output> {
        unreachable!("{NEVER_RUN}")
    }

    pub fn close(self) -> Option<Output> {
        None
    }

    pub fn state(&self) -> &'static str {
        ""
    }

    pub fn is_finished(&self) -> bool {
        true
    }
}

impl<Input, Reply, Output> Consumer<Input> for Unknown<Reply, Output> {
    type Reply = Reply;
    type Output = Output;

    fn send(&mut self, _: Input) -> CoroutineState<Reply, Output> {
        unreachable!("{NEVER_RUN}")
    }

    fn try_send(&mut self, _: Input) -> Result<CoroutineState<Reply, Output>, SendError<Input>> {
        unreachable!("{NEVER_RUN}")
    }

    fn close(&mut self) -> Option<Output> {
        None
    }

    fn is_finished(&self) -> bool {
        true
    }
}
