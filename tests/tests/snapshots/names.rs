//! What a snapshot looks like.

use super::{json, refused, restored};
use coroutine_runtime::{Consumer, Primed, Receive, Save, consumer, on_close, recv};
use serde::Serialize;

#[consumer(&str, derive(Serialize, Deserialize))]
pub(super) fn login() -> String {
    let user = recv!().to_owned();
    let password = recv!();
    format!("{user}:{password}")
}

#[test]
fn is_for_people() {
    let mut login = login().prime();
    assert_eq!(json(&login), r#"{"User":{}}"#);
    login.send("guido");
    assert_eq!(json(&login), r#"{"Password":{"user":"guido"}}"#);
    login.send("x");
    assert_eq!(json(&login), r#"{"Done":{}}"#);
}

#[test]
fn what_is_done_stays_done() {
    let mut done = restored(login(), r#"{"Done":{}}"#).unwrap();
    assert!(done.is_finished());
    assert!(done.try_send("x").is_err());
    assert_eq!(done.close(), None);
}

#[consumer(u32, derive(Serialize, Deserialize))]
fn raw_names(r#type: u32) -> u32 {
    let r#match = recv!();
    r#type + r#match + recv!()
}

#[test]
fn raw_names_are_plain() {
    let mut consumer = raw_names(1).prime();
    assert_eq!(json(&consumer), r#"{"Match":{"type":1}}"#);
    consumer.send(2);
    let snapshot = json(&consumer);
    assert!(restored(raw_names(0), &snapshot).is_ok());
}

/// None of these names is in the way of what is printed.
#[consumer(u32, derive(Debug, Serialize, Deserialize))]
fn awkward(s: u32, a: u32, f: u32, place: u32, locals: u32, snapshot: u32, done: u32) -> u32 {
    let start = recv!();
    s + a + f + place + locals + snapshot + done + start
}

#[test]
fn awkward_names() {
    let consumer = awkward(1, 2, 3, 4, 5, 6, 7).prime();
    let mut consumer = restored(awkward(0, 0, 0, 0, 0, 0, 0), &json(&consumer)).unwrap();
    assert_eq!(consumer.send(9), coroutine_runtime::CoroutineState::Complete(37));
}

#[consumer(u32, derive(Serialize, Deserialize))]
fn may_not_wait(wait: bool) -> u32 {
    if wait {
        return recv!();
    }
    7
}

#[test]
fn an_output_that_waits_is_no_place() {
    let consumer = may_not_wait(false).prime();
    assert_eq!(
        serde_json::to_string(&consumer).unwrap_err().to_string(),
        "`may_not_wait` has no place to be resumed at: its body returned before the first `recv!()`, \
         and the output waits for `close`"
    );
    assert_eq!(consumer.close(), Some(7));
    let consumer = may_not_wait(true).prime();
    assert!(restored(may_not_wait(false), &json(&consumer)).is_ok());
}

/// A consumer that another holds is part of its snapshot.
#[consumer(u32, derive(Serialize))]
fn doubles<C: Consumer<u32, Reply = (), Output = u32> + Serialize>(mut next: C) -> u32 {
    loop {
        let number = recv!();
        next.send(number * 2);
    }
    on_close! { next.close().unwrap_or(0) }
}

#[consumer(u32, derive(Serialize))]
fn total() -> u32 {
    let mut sum = 0;
    loop {
        let number = recv!();
        sum += number;
    }
    on_close! { sum }
}

fn pipeline() -> Primed<impl Receive<u32, Reply = (), Output = u32> + Save> {
    doubles(total().prime()).prime()
}

#[test]
fn one_inside_of_another() {
    let mut doubles = pipeline();
    doubles.send(4);
    assert_eq!(json(&doubles), r#"{"Number":{"next":{"Number":{"sum":8}}}}"#);
}

/// Each of the two by itself.
#[consumer(u32, derive(Deserialize))]
fn only_read() -> u32 {
    let first = recv!();
    let second = recv!();
    first + second
}

#[test]
fn reading_alone() {
    let mut consumer = restored(only_read(), r#"{"Second":{"first":3}}"#).unwrap();
    assert_eq!(consumer.send(4), coroutine_runtime::CoroutineState::Complete(7));
    assert!(refused(only_read(), r#"{"Second":{}}"#).contains("`first` is missing"));
}

#[path = "../../expansions/snapshot.rs"]
#[allow(dead_code, reason = "one of two is enough")]
mod committed;

/// The compiler's tokens, and those of the tests that compare expansions, have the same fingerprint.
#[test]
fn a_fingerprint_is_the_same_wherever_it_is_made() {
    let mut sums = committed::sums().prime();
    sums.send(1);
    let snapshot = json(&sums);
    let (place, _) = snapshot.trim_start_matches(r#"{""#).split_once('"').unwrap();
    let printed = include_str!("../../expansions/snapshot.expanded.rs");
    assert!(place.starts_with("Sum of ") && printed.contains(place), "{snapshot}");
}
