//! Generics called as those of the expansion, and a lifetime called as the parameter from which the output borrows.
#![deny(warnings)]
#![forbid(unsafe_code)]

use coroutine_runtime::{CoroutineState, consumer, recv};

#[consumer(S)]
fn apply<S: Copy, F: Fn(S) -> S>(function: F) -> S {
    function(recv!())
}

#[consumer(u8)]
fn through(function: for<'a> fn(&'a str) -> &'a str, a: &str) -> &str {
    recv!();
    function(a)
}

#[test]
fn generics_keep_their_names() {
    assert_eq!(apply(|x: u8| x + 1).prime().send(1), CoroutineState::Complete(2));
    assert_eq!(through(str::trim, " a").prime().send(0), CoroutineState::Complete("a"));
}
