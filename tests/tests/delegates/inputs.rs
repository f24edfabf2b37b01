//! Inputs that live as long as their own send.

use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::{Consumer, consumer, delegate, recv};

#[consumer(&str)]
fn words(count: usize) -> String {
    let mut all = String::new();
    for _ in 0..count {
        all += recv!();
    }
    all
}

#[consumer(&str)]
fn lines<C: for<'a> Consumer<&'a str, Reply = (), Output = String>>(mut inner: C) -> String {
    let first = delegate!(words(2));
    let second = delegate!(&mut inner);
    format!("{first} {second} {}", recv!())
}

#[test]
fn inputs_that_live_as_long_as_their_send() {
    let mut lines = lines(words(2).prime()).prime();
    let mut text = String::new();
    for _ in 0..4 {
        text.push('x');
        assert_eq!(lines.send(&text), Yielded(()));
    }
    assert_eq!(lines.send("end"), Complete("xxx xxxxxxx end".to_owned()));
}
