//! The words of a consumer's body. `#[consumer]` replaces them; what it has not replaced is misplaced.

/// Waits for the next input.
///
/// An expression of the consumer's input type, allowed wherever an expression is. `recv!(reply)`
/// first answers the pending [`send`](crate::Primed::send), or the priming, with `reply`.
///
/// Only inside a function marked [`#[consumer]`](macro@crate::consumer).
///
/// # Examples
///
/// ```
/// use coroutine_runtime::{CoroutineState, consumer, recv};
///
/// #[consumer(f64, reply = f64)]
/// fn average() {
///     let (mut sum, mut count) = (recv!(0.0), 1.0);
///     loop {
///         sum += recv!(sum / count);
///         count += 1.0;
///     }
/// }
///
/// let mut average = average().prime();
/// assert_eq!(average.send(10.0), CoroutineState::Yielded(10.0));
/// assert_eq!(average.send(20.0), CoroutineState::Yielded(15.0));
/// ```
///
/// Anywhere else it does not compile:
///
/// ```compile_fail
/// fn plain() {
///     coroutine_runtime::recv!();
/// }
/// ```
#[macro_export]
macro_rules! recv {
    // What the attribute leaves of it: it has to be in scope.
    (use) => {};
    ($($anything:tt)*) => {
        $crate::__private::core::compile_error!(
            "`recv!` waits only inside a function marked `#[consumer]`: a closure, a nested function or a macro of your own is outside of it; wait in the consumer itself, and pass what came"
        )
    };
}

/// Runs when the consumer is closed while it waits in the block that this is written in.
///
/// It guards every [`recv!`] of that block, nested blocks included, and sees the locals that are
/// declared before it. Nested handlers run innermost first. The function-level one may evaluate to
/// the function's output, which [`close`](crate::Primed::close) then gives.
///
/// Only inside a function marked [`#[consumer]`](macro@crate::consumer).
///
/// # Examples
///
/// ```
/// use coroutine_runtime::{consumer, on_close, recv};
///
/// #[consumer(&str)]
/// fn longest() -> usize {
///     let mut longest = 0;
///     loop {
///         longest = longest.max(recv!().len());
///     }
///     on_close! { longest }
/// }
///
/// let mut longest = longest().prime();
/// longest.send("Python");
/// longest.send("Rust");
/// assert_eq!(longest.close(), Some(6));
/// ```
///
/// Anywhere else it does not compile:
///
/// ```compile_fail
/// fn plain() {
///     coroutine_runtime::on_close! { println!("closed"); }
/// }
/// ```
#[macro_export]
macro_rules! on_close {
    // What the attribute leaves of it: it has to be in scope.
    (use) => {};
    ($($anything:tt)*) => {
        $crate::__private::core::compile_error!(
            "`on_close!` stands only in a block of a function marked `#[consumer]`: a closure, a nested function or a macro of your own is outside of it; write it in the block whose waits it guards"
        )
    };
}

/// Hands every input to another consumer until that completes, and evaluates to its output.
///
/// It takes an [`Unprimed`](crate::Unprimed), which it primes; and without replies a [`Primed`](crate::Primed), `&mut` one that is
/// kept elsewhere, or any other [`Consumer`](crate::Consumer). The send that completes the inner consumer goes on in the outer one. One
/// that completes while it is primed waits for nothing. Replies pass through, and with the option `batch` whole slices do. Closing
/// closes the inner consumer first, and then runs the handlers around.
///
/// A consumer that delegates to another of its own kind holds it in a `Box`. Each one that is held runs in the call of the one around it:
/// limit the depth of what comes from outside, as for any recursive function.
///
/// Only inside a function marked [`#[consumer]`](macro@crate::consumer).
///
/// # Panics
///
/// If the inner consumer has finished, and its output has been given away.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::{CoroutineState, consumer, delegate, recv};
///
/// #[consumer(u8)]
/// fn number() -> u16 {
///     u16::from_be_bytes([recv!(), recv!()])
/// }
///
/// #[consumer(u8)]
/// fn sum() -> u16 {
///     let mut sum = 0;
///     for _ in 0..recv!() {
///         sum += delegate!(number());
///     }
///     sum
/// }
///
/// let mut sum = sum().prime();
/// assert_eq!(sum.send_all([2, 0, 1, 1, 0]), CoroutineState::Complete(257));
/// ```
///
/// Anywhere else it does not compile:
///
/// ```compile_fail
/// fn plain(inner: u32) {
///     coroutine_runtime::delegate!(inner);
/// }
/// ```
#[macro_export]
macro_rules! delegate {
    // What the attribute leaves of it: it has to be in scope.
    (use) => {};
    ($($anything:tt)*) => {
        $crate::__private::core::compile_error!(
            "`delegate!` waits only inside a function marked `#[consumer]`: a closure, a nested function or a macro of your own is outside of it; delegate in the consumer itself, and pass what comes out"
        )
    };
}

/// Stands for nothing in the expansion, and needs those of the words above that the body imports.
#[doc(hidden)]
#[macro_export]
macro_rules! __uses {
    ($($imported:ident),*) => { $($imported!(use);)* };
}
