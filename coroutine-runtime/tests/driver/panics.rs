//! Bodies and handlers that panic.

use coroutine_runtime::{Consumer, SendError};

use crate::machines::{at_once, total};
use crate::support::{Log, Token, panic_of};

#[test]
fn a_body_that_panics_finishes_and_runs_no_handler() {
    let log = Log::default();
    let mut sum = total(Token(log.clone()), |_| unreachable!("a handler ran")).prime();
    sum.send(1);
    assert!(panic_of(|| sum.send(13)).message.contains("unlucky"));
    assert_eq!(log.take(), ["dropped"]);

    assert!(sum.is_finished());
    assert_eq!(sum.state(), "Done");
    assert_eq!(sum.try_send(2), Err(SendError(2)));
    assert_eq!(panic_of(|| sum.send(2)).message, "sent to `total`, which has finished");
    assert_eq!(sum.close(), None);
    assert_eq!(log.take(), [""; 0]);
}

#[test]
fn a_body_that_panics_in_a_batch_finishes() {
    let log = Log::default();
    let mut sum = total(Token(log.clone()), |_| unreachable!("a handler ran")).prime();
    assert!(panic_of(|| sum.feed(&[1, 13, 2])).message.contains("unlucky"));
    assert_eq!(log.take(), ["dropped"]);
    assert!(sum.is_finished());
}

#[test]
fn a_body_that_panics_while_primed_drops_its_locals_once() {
    let log = Log::default();
    let unprimed = at_once(Token(log.clone()), None);
    assert_eq!(panic_of(|| unprimed.prime()).message, "no output");
    assert_eq!(log.take(), ["dropped"]);
}

#[test]
fn a_handler_that_panics_runs_once_and_drops_the_locals() {
    let log = Log::default();
    let closing = log.clone();
    let sum = total(Token(log.clone()), move |_| {
        closing.say("closing");
        panic!("cannot close")
    });
    let sum = sum.prime();
    assert_eq!(panic_of(|| sum.close()).message, "cannot close");
    assert_eq!(log.take(), ["closing", "dropped"]);
}

#[test]
fn a_handler_that_panics_leaves_a_finished_consumer() {
    let log = Log::default();
    let mut sum = total(Token(log.clone()), |_| panic!("cannot close")).prime();
    assert_eq!(panic_of(|| Consumer::close(&mut sum)).message, "cannot close");
    assert!(sum.is_finished());
    assert_eq!(log.take(), ["dropped"]);
    assert_eq!(sum.close(), None);
    assert_eq!(log.take(), [""; 0]);
}

#[test]
fn a_handler_that_panics_in_a_drop_runs_once() {
    let log = Log::default();
    let closing = log.clone();
    let sum = total(Token(log.clone()), move |_| {
        closing.say("closing");
        panic!("cannot close")
    });
    let sum = sum.prime();
    assert_eq!(panic_of(|| drop(sum)).message, "cannot close");
    assert_eq!(log.take(), ["closing", "dropped"]);
}
