//! The stack that rustc runs macros on: tests have less.

use std::thread;

/// Runs it on one of that size.
pub(crate) fn as_in_rustc<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = thread::Builder::new().stack_size(8 << 20).spawn(run).expect("a thread");
    match thread.join() {
        Ok(value) => value,
        Err(failure) => std::panic::resume_unwind(failure),
    }
}
