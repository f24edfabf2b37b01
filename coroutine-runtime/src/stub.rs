//! What stands for a machine whose body has an error.

use crate::{Machine, Receive, State, Step};
use core::marker::PhantomData;

/// Receives anything and does nothing: code that calls the function is checked as if the body were right.
pub struct Stub<Reply, Output>(PhantomData<fn() -> (Reply, Output)>);

impl<Reply, Output> Stub<Reply, Output> {
    /// Never run: the program it is part of does not compile.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "only generated code makes one")]
    pub fn new() -> Self {
        Stub(PhantomData)
    }
}

impl<Reply, Output> Machine for Stub<Reply, Output> {
    type Output = Output;

    fn close(&mut self) -> Option<Output> {
        None
    }
    fn abandon(&mut self) {}
    fn state(&self) -> State {
        State { consumer: "", state: "Done", finished: true }
    }
}

impl<Input, Reply, Output> Receive<Input> for Stub<Reply, Output> {
    type Reply = Reply;

    fn prime(&mut self) -> Option<Reply> {
        None
    }
    fn receive(&mut self, _: Input) -> Step<Reply, Output> {
        Step::Finished
    }
}
