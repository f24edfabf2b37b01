//! `derive(…)`: a consumer that waits is copied, compared, shown.
#![deny(warnings)]
#![forbid(unsafe_code)]

use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::{consumer, on_close, recv};
use std::collections::HashSet;
use std::fmt::Debug;

#[consumer(u32, reply = u32, derive(Clone, Debug, PartialEq, Eq, Hash))]
fn sums(limit: u32) -> Vec<u32> {
    let mut all = Vec::new();
    let mut sum = 0;
    while sum < limit {
        let first = recv!(sum);
        for _ in 0..first {
            sum += recv!(first);
        }
        all.push(sum);
    }
    all
}

#[test]
fn a_clone_goes_on_by_itself() {
    let mut one = sums(10).prime();
    assert_eq!(one.send(2), Yielded(2));
    let mut two = one.clone();
    assert_eq!(two, one);
    assert_eq!(one.send(3), Yielded(2));
    assert!(one != two);
    assert_eq!(one.send(4), Yielded(7));
    assert_eq!(two.send(5), Yielded(2));
    assert_eq!(two.send(6), Complete(vec![11]));
    assert_eq!(one.send(1), Yielded(1));
    assert_eq!(one.send(9), Complete(vec![7, 16]));
    // `Done` is `Done`.
    assert_eq!(one, two);
}

#[test]
fn what_is_equal_has_the_same_hash() {
    let mut one = sums(10).prime();
    let set = HashSet::from([one.clone(), sums(10).prime(), sums(11).prime()]);
    assert_eq!(set.len(), 2);
    assert!(set.contains(&one));
    one.send(1);
    assert!(!set.contains(&one));
}

#[test]
fn shows_where_it_waits_and_what_it_holds() {
    let mut sums = sums(10).prime();
    assert_eq!(
        format!("{sums:?}"),
        r#"Primed { consumer: "sums", state: First { limit: 10, all: [], sum: 0 } }"#
    );
    sums.send(2);
    assert_eq!(
        format!("{sums:?}"),
        r#"Primed { consumer: "sums", state: Sum { limit: 10, all: [], sum: 0, first: 2, iter: 1..2 } }"#
    );
    sums.send(5);
    sums.send(5);
    assert_eq!(format!("{sums:?}"), r#"Primed { consumer: "sums", state: Done }"#);
}

#[derive(Clone, Debug)]
struct Reader<T> {
    bytes: Vec<T>,
}

impl<T: Clone + Debug> Reader<T> {
    #[consumer(T, derive(Clone, Debug))]
    fn take(mut self) -> Vec<T> {
        loop {
            self.bytes.push(recv!());
        }
        on_close! { self.bytes }
    }
}

#[test]
fn methods_too() {
    let mut take = Reader { bytes: vec![1] }.take().prime();
    take.send(2);
    let copy = take.clone();
    take.send(3);
    assert_eq!(
        format!("{take:?}"),
        r#"Primed { consumer: "take", state: Recv1 { self: Reader { bytes: [1, 2, 3] } } }"#
    );
    assert_eq!(take.close(), Some(vec![1, 2, 3]));
    assert_eq!(copy.close(), Some(vec![1, 2]));
}

#[consumer(u32, derive(Debug))]
fn sums_of(f: u32) -> u32 {
    f + recv!()
}

#[test]
fn a_local_may_be_called_as_the_formatter_often_is() {
    let sums = sums_of(1).prime();
    assert_eq!(format!("{sums:?}"), r#"Primed { consumer: "sums_of", state: F { f: 1 } }"#);
}
