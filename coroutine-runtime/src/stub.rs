//! What stands for a machine whose body has an error.

use core::marker::PhantomData;

use crate::{Machine, Receive, Step, Unprimed};

/// Receives anything and does nothing: code that calls the function is checked as if the body were
/// right.
pub struct Stub<F, Output>(PhantomData<(F, fn() -> Output)>);

impl<F, Output> Unprimed<Stub<F, Output>> {
    /// For the expansion of `#[consumer]`. Never run: the program it is part of does not compile.
    #[doc(hidden)]
    pub fn stub() -> Self {
        Self::new(Stub(PhantomData))
    }
}

impl<F, Output> Machine for Stub<F, Output> {
    type Output = Output;

    fn close(&mut self) -> Option<Output> {
        None
    }

    fn finish(&mut self) {}

    fn state(&self) -> Option<&'static str> {
        None
    }

    fn name(&self) -> &'static str {
        ""
    }
}

impl<Input, Reply, Output, F: Fn(Input) -> Reply> Receive<Input> for Stub<F, Output> {
    type Reply = Reply;

    fn prime(&mut self) -> Option<Reply> {
        None
    }

    fn receive(&mut self, _: Input) -> Step<Reply, Output> {
        Step::Finished
    }
}
