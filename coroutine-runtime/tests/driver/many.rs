//! `feed` and `send_all`.

use coroutine_runtime::CoroutineState;

use crate::machines::{grep, total};
use crate::support::{Log, Token, panic_of};

#[test]
fn feed_hands_back_what_was_not_taken() {
    let mut sum = total(Token(Log::default()), |sum| sum).prime();
    assert_eq!(sum.feed(&[1, 2, 3]), CoroutineState::Yielded(()));
    assert_eq!(sum.feed(&[]), CoroutineState::Yielded(()));
    assert_eq!(sum.feed(&[4, 0, 5, 6]), CoroutineState::Complete((10, &[5, 6][..])));
}

#[test]
fn feed_takes_inputs_that_borrow() {
    let log = Log::default();
    let mut g = grep("a", log.clone()).prime();
    let lines = String::from("a\nb\nab");
    g.feed(&lines.lines().collect::<Vec<_>>());
    drop(lines);
    assert_eq!(log.take(), ["looking for a", "a", "ab"]);
}

#[test]
fn feeding_a_finished_consumer_panics_where_it_was_called() {
    let mut sum = total(Token(Log::default()), |sum| sum).prime();
    sum.send(0);
    assert_eq!(sum.feed(&[]), CoroutineState::Yielded(()));
    let line = line!() + 1;
    let panic = panic_of(|| sum.feed(&[1]));
    assert_eq!(panic.message, "sent to `total`, which has finished");
    assert_eq!((panic.file.as_str(), panic.line), (file!(), line));
}

#[test]
fn send_all_takes_nothing_past_the_end() {
    let mut sum = total(Token(Log::default()), |sum| sum).prime();
    let mut inputs = [1, 2, 0, 5, 6].into_iter();
    assert_eq!(sum.send_all(inputs.by_ref().take(2)), CoroutineState::Yielded(()));
    assert_eq!(sum.send_all(inputs.by_ref()), CoroutineState::Complete(3));
    assert_eq!(inputs.as_slice(), [5, 6]);

    assert_eq!(sum.send_all([]), CoroutineState::Yielded(()));
    let line = line!() + 1;
    let panic = panic_of(|| sum.send_all(inputs.by_ref()));
    assert_eq!((panic.file.as_str(), panic.line), (file!(), line));
    assert_eq!(inputs.as_slice(), [6]);
}

#[test]
fn an_iterator_that_panics_does_not_finish_the_consumer() {
    let mut sum = total(Token(Log::default()), |sum| sum).prime();
    let inputs = (1..).map(|n| if n < 3 { n } else { panic!("no more") });
    assert_eq!(panic_of(|| sum.send_all(inputs)).message, "no more");
    assert_eq!(sum.send(0), CoroutineState::Complete(3));
}
