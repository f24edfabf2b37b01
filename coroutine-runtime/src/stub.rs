//! What stands for a machine whose body has an error.

use core::marker::PhantomData;

use crate::{Machine, Receive, Step, Unprimed};

/// Receives anything and does nothing: code that calls the function is checked as if the body were
/// right.
pub struct Stub<Reply, Output>(PhantomData<fn() -> (Reply, Output)>);

impl<Reply, Output> Unprimed<Stub<Reply, Output>> {
    /// For the expansion of `#[consumer]`. Never run: the program it is part of does not compile.
    #[doc(hidden)]
    pub fn stub() -> Self {
        Self::new(Stub(PhantomData))
    }
}

impl<Reply, Output> Machine for Stub<Reply, Output> {
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

impl<Input, Reply, Output> Receive<Input> for Stub<Reply, Output> {
    type Reply = Reply;

    fn prime(&mut self) -> Option<Reply> {
        None
    }

    fn receive(&mut self, _: Input) -> Step<Reply, Output> {
        Step::Finished
    }
}

#[cfg(feature = "serde")]
impl<Reply, Output> crate::Save for Stub<Reply, Output> {
    fn save<S: serde::Serializer>(
        &self,
        snapshot: crate::snapshot::Snapshot<S>,
    ) -> Result<S::Ok, S::Error> {
        snapshot.nowhere("")
    }
}

#[cfg(feature = "serde")]
impl<'de, Reply, Output> crate::Restore<'de> for Stub<Reply, Output> {
    fn restore<D: serde::Deserializer<'de>>(&mut self, _: D) -> Result<(), D::Error> {
        Ok(())
    }
}
