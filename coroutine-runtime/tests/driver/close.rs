//! Closing, by hand and by dropping.

use crate::machines::{at_once, grep, total};
use crate::support::{Log, Token, panic_of};

fn logged_total(log: &Log) -> (Token, impl Fn(u32) -> u32 + use<>) {
    let token = Token(log.clone());
    let log = log.clone();
    let end = move |sum| {
        log.say(format!("closed at {sum}"));
        sum
    };
    (token, end)
}

#[test]
fn close_runs_the_handler_then_drops_the_locals() {
    let log = Log::default();
    let (token, end) = logged_total(&log);
    let mut sum = total(token, end).prime();
    sum.send(5);
    assert_eq!(sum.close(), Some(5));
    assert_eq!(log.take(), ["closed at 5", "dropped"]);
}

#[test]
fn close_after_the_end_runs_nothing() {
    let log = Log::default();
    let (token, end) = logged_total(&log);
    let mut sum = total(token, end).prime();
    sum.send(0);
    assert_eq!(sum.close(), None);
    assert_eq!(log.take(), ["dropped"]);
}

#[test]
fn dropping_closes() {
    let log = Log::default();
    let (token, end) = logged_total(&log);
    drop(total(token, end).prime());
    assert_eq!(log.take(), ["closed at 0", "dropped"]);
}

#[test]
fn dropping_closes_while_unwinding() {
    let log = Log::default();
    let panic = panic_of(|| {
        let _g = grep("Python", log.clone()).prime();
        panic!("elsewhere");
    });
    assert_eq!(panic.message, "elsewhere");
    assert_eq!(log.take(), ["looking for Python", "exiting"]);
}

#[test]
fn dropping_before_priming_runs_no_handler() {
    let log = Log::default();
    let (token, end) = logged_total(&log);
    drop(total(token, end));
    assert_eq!(log.take(), ["dropped"]);
}

#[test]
fn dropping_discards_an_output_from_priming() {
    let log = Log::default();
    drop(at_once(Token(log.clone()), Some(7)).prime());
    assert_eq!(log.take(), ["dropped"]);
}
