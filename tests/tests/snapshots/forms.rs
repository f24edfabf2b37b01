//! `derive(Serialize, Deserialize)` on every form of function.

use super::{json, restored};
use coroutine_runtime::CoroutineState::Complete;
use coroutine_runtime::{consumer, recv};
use serde::{Deserialize, Serialize};

/// No local at all, and no place but one.
#[consumer(u32, derive(Serialize, Deserialize))]
fn nothing_kept() {
    loop {
        let _number = recv!();
    }
}

#[test]
fn nothing_kept_is_a_name() {
    let consumer = nothing_kept().prime();
    assert_eq!(json(&consumer), r#"{"Number":{}}"#);
    assert_eq!(json(&restored(nothing_kept(), r#"{"Number":{}}"#).unwrap()), r#"{"Number":{}}"#);
}

/// What is gone before the first wait needs no trait.
#[consumer(u32, derive(Serialize, Deserialize))]
fn consumed_first(lines: impl Iterator<Item = u32>) -> u32 {
    let sum = { lines }.sum::<u32>();
    let number = recv!();
    sum + number
}

#[test]
fn parameters_that_are_gone() {
    let consumer = consumed_first([1, 2].into_iter()).prime();
    let mut consumer = restored(consumed_first([7].into_iter()), &json(&consumer)).unwrap();
    assert_eq!(consumer.send(3), Complete(6));
}

#[consumer(T, derive(Serialize, Deserialize))]
fn generic<'de, T, const N: usize>() -> [T; N]
where
    T: Default + Copy + Serialize + Deserialize<'de>,
{
    let mut all = Vec::new();
    while all.len() < N {
        let next = recv!();
        all.push(next);
    }
    let mut array = [T::default(); N];
    array.copy_from_slice(&all);
    array
}

#[test]
fn generics_with_the_lifetime_of_the_user() {
    let mut consumer = generic::<&str, 2>().prime();
    consumer.send("a");
    let snapshot = json(&consumer);
    assert_eq!(snapshot, r#"{"Next":{"all":["a"]}}"#);
    let mut consumer = restored(generic::<&str, 2>(), &snapshot).unwrap();
    assert_eq!(consumer.send("b"), Complete(["a", "b"]));
}

/// `derive` beside all the others.
#[consumer(u32, derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize))]
fn all_of_them(start: u32) -> u32 {
    let more = recv!();
    start + more
}

#[test]
fn equal_to_what_was_written() {
    let consumer = all_of_them(4).prime();
    let read = restored(all_of_them(0), &json(&consumer)).unwrap();
    assert_eq!(read, consumer);
    assert_eq!(
        format!("{read:?}"),
        r#"Primed { consumer: "all_of_them", state: More { start: 4 } }"#
    );
}
