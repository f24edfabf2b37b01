//! `route`.

use std::collections::BTreeMap;

use coroutine_runtime::pipeline::{filter, fold, for_each, map, route};
use coroutine_runtime::{Consumer, CoroutineState, SendError};

use crate::consumers::{at_once, nth, say, send_lines};
use crate::support::{Log, panic_of};

#[test]
fn each_key_has_a_consumer_of_its_own() {
    let log = Log::default();
    let mut lengths = route(|line: &&str| line.len(), |_| say("a", log.clone()).prime());
    assert_eq!(send_lines("22\n1\n44", &mut lengths), None);
    assert_eq!(log.take(), ["a: 22", "a: 1", "a: 44"]);
    assert_eq!(lengths.close(), Some(BTreeMap::from([(1, vec![1]), (2, vec![2])])));
    assert_eq!(log.take(), ["a closed", "dropped", "a closed", "dropped"]);
    assert_eq!(lengths.close(), None);
    assert_eq!(lengths.try_send("1"), Err(SendError("1")));
    assert_eq!(panic_of(|| lengths.send("1")).message, "sent to `route`, which has finished");
}

#[test]
fn a_key_that_comes_again_after_its_consumer_completed_has_a_new_one() {
    let log = Log::default();
    let mut made = Vec::new();
    let mut by_length = route(
        |line: &&str| line.len(),
        |&n: &usize| {
            made.push(n);
            nth(n, log.clone()).prime()
        },
    );
    assert_eq!(send_lines("333\n1\n22\n1\n22\n1\n22", &mut by_length), None);
    assert_eq!(log.take(), ["1 completes", "1 completes", "2 completes", "1 completes"]);
    let outputs = [(1, vec![1, 1, 1]), (2, vec![2]), (3, vec![])];
    assert_eq!(by_length.close(), Some(BTreeMap::from(outputs)));
    assert_eq!(log.take(), ["2 closed", "3 closed"]);
    assert_eq!(made, [3, 1, 2, 1, 1, 2]);
}

#[test]
fn is_a_target_like_any_other() {
    let add = |sum: u32, n: u32| sum + n;
    let by_parity = route(|n: &u32| n.is_multiple_of(2), |_| fold(0, add));
    let mut chain = filter(|n: &u32| *n != 3, map(|n: u32| n + 1, by_parity));
    assert_eq!(chain.feed(&[1, 2, 3, 4, 5]), CoroutineState::Yielded(()));
    assert_eq!(chain.close(), Some(BTreeMap::from([(false, vec![3 + 5]), (true, vec![2 + 6])])));
}

#[test]
fn dropping_closes_in_the_order_of_the_keys() {
    let log = Log::default();
    let make = |name: &&'static str| say(name, log.clone()).prime();
    let key = |line: &&str| if line.starts_with('b') { "b" } else { "a" };
    let mut lines = route(key, make);
    send_lines("b\na", &mut lines);
    drop(lines);
    assert_eq!(log.take(), ["b: b", "a: a", "a closed", "dropped", "b closed", "dropped"]);
}

#[test]
fn a_consumer_that_is_made_finished_takes_nothing() {
    // The length is what it returns while primed, unless that is 0.
    let mut lines = route(|line: &&str| line.len(), |&n| at_once(n).prime());
    assert_eq!(lines.try_send("a"), Err(SendError("a")));
    let panic = panic_of(|| lines.send("a"));
    assert_eq!(panic.message, "sent to `route`, whose target has finished");
    assert!(!lines.is_finished());
    assert_eq!(lines.try_send(""), Ok(CoroutineState::Yielded(())));
    // Both are kept: that of the first, and of the one that took its place.
    assert_eq!(lines.close(), Some(BTreeMap::from([(0, vec![0]), (1, vec![1, 1])])));
}

#[test]
fn a_panic_closes_all() {
    for (line, message) in [("key", "no key"), ("12345678", "too long"), ("panic", "told to")] {
        let log = Log::default();
        let mut lines = route(
            |line: &&str| {
                assert_ne!(*line, "key", "no key");
                line.len()
            },
            |&n| {
                assert!(n < 8, "too long");
                say("a", log.clone()).prime()
            },
        );
        send_lines("1", &mut lines);
        assert!(panic_of(|| lines.send(line)).message.contains(message));
        let said = log.take();
        // The one that panicked has only dropped its locals, before the other was closed.
        let dropped = if line == "panic" { &["dropped"][..] } else { &[] };
        assert_eq!(said, [&["a: 1"][..], dropped, &["a closed", "dropped"]].concat());
        assert_eq!(lines.try_send("1"), Err(SendError("1")));
        assert_eq!(lines.close(), None);
    }
}

#[test]
fn shows_its_consumers() {
    let mut calls = route(|n: &u32| *n, |_| for_each(|_: u32| ()));
    calls.send(5);
    let shown = "Route { routes: {5: Routed { consumer: ForEach { .. }, outputs: [] }}, .. }";
    assert_eq!(format!("{calls:?}"), shown);
}
