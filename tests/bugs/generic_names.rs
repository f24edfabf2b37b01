//! Generics called as those of the expansion (E0403), those of an `impl` (E0401), and a lifetime called as the
//! parameter from which the output borrows (E0496)
#![deny(warnings)]
#![forbid(unsafe_code)]

use coroutine_runtime::{CoroutineState, consumer, recv};

#[consumer(S)]
fn apply<S: Copy, F: Fn(S) -> S>(function: F) -> S {
    function(recv!())
}

#[derive(Debug, PartialEq)]
struct Pair<T>(T, T);

impl<T: Clone> Pair<T> {
    #[consumer(T)]
    fn with(first: T) -> Pair<T> {
        let second = recv!();
        Pair(first, second)
    }
}

#[consumer(u8)]
fn through(function: for<'a> fn(&'a str) -> &'a str, a: &str) -> &str {
    recv!();
    function(a)
}

#[test]
fn generics_keep_their_names() {
    assert_eq!(apply(|x: u8| x + 1).prime().send(1), CoroutineState::Complete(2));
    assert_eq!(Pair::with(1).prime().send(2), CoroutineState::Complete(Pair(1, 2)));
    assert_eq!(through(str::trim, " a").prime().send(0), CoroutineState::Complete("a"));
}
