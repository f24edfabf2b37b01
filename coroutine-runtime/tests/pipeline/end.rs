//! What stages do when they end, or have ended.

use coroutine_runtime::pipeline::{filter, fold, for_each, map, try_fold, try_for_each};
use coroutine_runtime::{Consumer, CoroutineState, SendError};

use crate::consumers::{at_once, say, second, send_lines};
use crate::support::{Log, Token, panic_of};

/// Refuses from now on: hands back what is tried, and panics at the caller with `message`.
fn refuses<C: Consumer<u32, Reply = ()>>(to: &mut C, message: &str) {
    assert!(to.is_finished());
    assert!(matches!(to.try_send(7), Err(SendError(7))));
    let line = line!() + 1;
    let panic = panic_of(|| to.send(8));
    assert_eq!(panic.message, message);
    assert_eq!((panic.file.as_str(), panic.line), (file!(), line));
    assert!(matches!(to.feed(&[]), CoroutineState::Yielded(())));
    let line = line!() + 1;
    let panic = panic_of(|| to.feed(&[9]));
    assert_eq!(panic.message, message);
    assert_eq!((panic.file.as_str(), panic.line), (file!(), line));
}

fn closed<C: Consumer<u32, Reply = ()>>(mut to: C, name: &str) {
    assert!(!to.is_finished());
    assert!(to.close().is_some());
    assert!(to.close().is_none());
    refuses(&mut to, &format!("sent to `{name}`, which has finished"));
}

#[test]
fn all_refuse_once_they_are_closed() {
    let sum = fold(0, |sum: u32, n: u32| sum + n);
    closed(filter(|_: &u32| true, sum.clone()), "filter");
    closed(map(|n: u32| n, sum.clone()), "map");
    closed(sum, "fold");
    closed(for_each(|_: u32| ()), "for_each");
    closed(try_fold(0, u32::checked_add), "try_fold");
    closed(try_for_each(|_: u32| Some(())), "try_for_each");
}

#[test]
fn all_refuse_once_they_have_completed() {
    let stop = || try_for_each(|_: u32| None::<()>);
    let mut stages = (
        filter(|_: &u32| true, stop()),
        map(|n: u32| n, stop()),
        try_fold(1, u32::checked_sub),
        stop(),
    );
    assert_eq!(stages.0.send(2), CoroutineState::Complete(None));
    assert_eq!(stages.1.send(2), CoroutineState::Complete(None));
    assert_eq!(stages.2.send(2), CoroutineState::Complete(None));
    assert_eq!(stages.3.send(2), CoroutineState::Complete(None));
    refuses(&mut stages.0, "sent to `filter`, which has finished");
    refuses(&mut stages.1, "sent to `map`, which has finished");
    refuses(&mut stages.2, "sent to `try_fold`, which has finished");
    refuses(&mut stages.3, "sent to `try_for_each`, which has finished");
}

#[test]
fn dropping_a_stage_closes_its_target_once() {
    let log = Log::default();
    let mut chain = filter(|_: &&str| true, map(str::trim, say("a", log.clone()).prime()));
    send_lines("1", &mut chain);
    drop(chain);
    assert_eq!(log.take(), ["a: 1", "a closed", "dropped"]);
}

#[test]
fn the_target_is_closed_before_a_closure_is_dropped() {
    let log = Log::default();
    let chain = |token: Token| {
        let keep = move |_: &&str| token.0.take().is_empty();
        filter(keep, second(say("a", log.clone()).prime()).prime())
    };
    // The token of the target, then that of the closure.
    let in_order = ["a closed", "dropped", "dropped"];

    let mut closed = chain(Token(log.clone()));
    assert_eq!(closed.close(), Some(Some(0)));
    assert_eq!(log.take(), in_order);
    drop(closed);
    assert_eq!(log.take(), [""; 0]);

    drop(chain(Token(log.clone())));
    assert_eq!(log.take(), in_order);
}

#[test]
fn a_predicate_that_panics_drops_the_target() {
    let log = Log::default();
    let no_x = |line: &&str| {
        assert_ne!(*line, "x", "an x");
        true
    };
    let mut chain = filter(no_x, say("a", log.clone()).prime());
    assert!(panic_of(|| send_lines("1\nx", &mut chain)).message.contains("an x"));
    assert_eq!(log.take(), ["a: 1", "a closed", "dropped"]);
    assert_eq!(chain.try_send("2"), Err(SendError("2")));
    assert_eq!(chain.close(), None);
    assert_eq!(log.take(), [""; 0]);
}

#[test]
fn a_target_that_panics_finishes_the_chain() {
    let log = Log::default();
    let mut chain = filter(|_: &&str| true, map(str::trim, say("a", log.clone()).prime()));
    assert!(panic_of(|| send_lines("panic", &mut chain)).message.contains("told to"));
    assert_eq!(log.take(), ["dropped"]);
    assert_eq!(chain.try_send("2"), Err(SendError("2")));
    assert_eq!(chain.close(), None);
}

#[test]
fn a_target_that_returned_while_primed_takes_nothing() {
    let mut chain = filter(|_: &&str| false, at_once(7).prime());
    assert_eq!(chain.try_send("a"), Err(SendError("a")));
    let panic = panic_of(|| chain.send("a"));
    assert_eq!(panic.message, "sent to `filter`, whose target has finished");
    assert_eq!(chain.close(), Some(7));
    assert_eq!(chain.close(), None);
    let panic = panic_of(|| chain.send("a"));
    assert_eq!(panic.message, "sent to `filter`, which has finished");

    let mut chain = map(|_: &str| -> &str { unreachable!("mapped") }, at_once(7).prime());
    assert_eq!(chain.try_send("a"), Err(SendError("a")));
    assert_eq!(chain.close(), Some(7));
}
