//! The generated program's library: the harness, and what the bodies call.
#![feature(coroutine_trait)]

#[path = "DRIVE"]
pub mod drive;
#[path = "HARNESS"]
pub mod harness;
#[path = "PRELUDE"]
pub mod prelude;

/// The compiler's coroutine.
pub mod coroutine {
    use crate::drive::{Schedule, drive};
    use crate::harness::{Input, dropping};
    use std::fmt::Debug;
    use std::ops::{Coroutine, CoroutineState};
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::pin::Pin;
    use tests::Log;
    use tests::blocking::{Answer, message};

    /// Whatever body it is made of.
    pub type Boxed<I, R, O> = Pin<Box<dyn Coroutine<Option<I>, Yield = R, Return = O>>>;

    /// Runs it.
    pub fn coroutine<I: Input, R: Debug, O: Debug>(
        make: impl FnOnce() -> Boxed<I, R, O>,
        schedule: &Schedule,
    ) -> Vec<String> {
        let trace = Log::default();
        trace.enter();
        let mut body = make();
        let mut resume = |input: Option<I>| {
            match catch_unwind(AssertUnwindSafe(|| body.as_mut().resume(input))) {
                Ok(CoroutineState::Yielded(reply)) => Answer::Yielded(format!("{reply:?}")),
                Ok(CoroutineState::Complete(output)) => Answer::Complete(format!("{output:?}")),
                Err(payload) => Answer::Panicked(message(&*payload)),
            }
        };
        let primed = resume(None);
        drive(schedule, &primed, &mut |input: u32| resume(Some(I::make(input))));
        dropping(|| drop(body));
        trace.lines()
    }
}

/// `recv!` of the coroutine.
#[macro_export]
macro_rules! recv_resumed {
    () => {
        (yield ()).expect("an input")
    };
    ($reply:expr) => {
        (yield $reply).expect("an input")
    };
}

/// `on_close!` of the forms without the macro.
#[macro_export]
macro_rules! on_close {
    ($($handler:tt)*) => {
        let _on_close = $crate::harness::OnClose::new(|| { $($handler)* });
    };
}
