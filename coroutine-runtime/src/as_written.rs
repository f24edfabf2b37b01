//! What stands for the words of a body that has an error, and is a plain function for rustc and editors: it is never run.

use crate::CoroutineState;
pub use crate::witness::__tie;

/// What waits for the next input.
// `const`: one that waits in a `const` block has been told why it cannot.
#[allow(clippy::missing_panics_doc, clippy::must_use_candidate, reason = "never called")]
pub const fn __recv<Input, Reply>(reply: Reply) -> Input {
    core::mem::forget(reply);
    panic!("a body that has an error is not run")
}

/// A parameter, where the body stands in another function.
#[must_use]
pub fn __param<T>() -> T {
    unreachable!("a body that is there for its types is not run")
}

/// `delegate!(consumer)`, of one that has been primed for it.
#[allow(
    clippy::must_use_candidate,
    reason = "what an inner consumer completes with may be of no use"
)]
pub fn __delegate<C, Reply, Output>(_: (C, CoroutineState<Reply, Output>)) -> Output {
    unreachable!("a body that has an error is not run")
}

/// Whether a close handler runs here.
#[must_use]
pub fn __is_closing() -> bool {
    false
}
