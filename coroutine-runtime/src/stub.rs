//! What stands for a machine whose body has an error.

use core::hash::{Hash, Hasher};
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

// What is derived is asked for by callers too.

impl<F, Output> Clone for Stub<F, Output> {
    fn clone(&self) -> Self {
        Stub(PhantomData)
    }
}

impl<F, Output> PartialEq for Stub<F, Output> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<F, Output> Eq for Stub<F, Output> {}

impl<F, Output> Hash for Stub<F, Output> {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

#[cfg(feature = "serde")]
impl<'de, F, Output> crate::snapshot::Load<'de> for Stub<F, Output> {
    const CONSUMER: &'static str = "";
    const PLACES: &'static [&'static str] = &[];

    fn load<A: serde::de::MapAccess<'de>>(
        _: &str,
        locals: crate::snapshot::Locals<A>,
    ) -> Result<Self, A::Error> {
        locals.fill(&mut [])?;
        Ok(Stub(PhantomData))
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
