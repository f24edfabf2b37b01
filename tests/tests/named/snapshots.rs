//! Snapshots of machines that have a name: they stand in the types of a library, and need no function to be read.

use coroutine_runtime::__private::serde::{self, Deserialize, Serialize};
use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::{Primed, consumer, delegate, on_close, recv};

#[consumer(u8, name = Number, derive(Serialize, Deserialize, Clone))]
fn number(start: u32) -> u32 {
    let mut number = start;
    loop {
        match recv!() {
            0 => return number,
            digit => number = 10 * number + u32::from(digit),
        }
    }
}

/// Holds another in its state.
#[consumer(u8, name = Pair, derive(Serialize, Deserialize))]
fn pair<'a>(name: &'a str) -> (&'a str, u32, u32) {
    let inner: Primed<Number> = number(0).prime();
    let first = delegate!(inner);
    let inner: Primed<Number> = number(first).prime();
    let second = delegate!(inner);
    (name, first, second)
}

#[consumer(T, name = All, derive(Serialize, Deserialize, Debug))]
fn all<T: Clone + std::fmt::Debug, const N: usize>(_unused: &[T; N]) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    loop {
        let item = recv!();
        all.push(item);
    }
    on_close! { all }
}

#[derive(Serialize, Deserialize)]
#[serde(crate = "serde")]
struct Session<'a> {
    #[serde(borrow)]
    pair: Primed<Pair<'a>>,
}

#[test]
fn in_a_struct() {
    for upto in 0..5 {
        let inputs = [1, 2, 0, 3, 0];
        let mut session = Session { pair: pair("p").prime() };
        for &input in &inputs[..upto] {
            assert_eq!(session.pair.send(input), Yielded(()));
        }
        let snapshot = serde_json::to_string(&session).unwrap();
        drop(session);
        let mut again: Session<'_> = serde_json::from_str(&snapshot).unwrap();
        let mut last = None;
        for &input in &inputs[upto..] {
            last = Some(again.pair.send(input));
        }
        assert_eq!(last, Some(Complete(("p", 12, 123))), "{upto}");
    }
}

#[test]
fn by_the_function_too() {
    let mut one = all(&[0; 2]).prime();
    one.send(1);
    one.send(2);
    let snapshot = serde_json::to_string(&one).unwrap();
    assert_eq!(snapshot, r#"{"Item":{"all":[1,2]}}"#);
    let mut other =
        all(&[0; 2]).restore(&mut serde_json::Deserializer::from_str(&snapshot)).unwrap();
    other.send(3);
    assert_eq!(other.close(), Some(vec![1, 2, 3]));
    let error = serde_json::from_str::<Primed<Number>>(&snapshot).map(drop).unwrap_err();
    assert!(error.to_string().contains("`number` has no place `Item`"), "{error}");
}

#[consumer(u32, name = Tagged, derive(Serialize, Deserialize))]
fn tagged<T: Serialize + serde::de::DeserializeOwned>(tag: T) -> T {
    let _first = recv!();
    tag
}

#[consumer(u32, name = Borrowing, derive(Serialize, Deserialize))]
fn borrowing<'de, T: Serialize + Deserialize<'de>>(tag: T, text: &'de str) -> (T, &'de str) {
    let _first = recv!();
    (tag, text)
}

#[test]
fn of_generics() {
    let snapshot = serde_json::to_string(&tagged("x".to_owned()).prime()).unwrap();
    let mut tagged: Primed<Tagged<String>> = serde_json::from_str(&snapshot).unwrap();
    assert_eq!(tagged.send(1), Complete("x".to_owned()));

    let snapshot = serde_json::to_string(&borrowing("x", "y").prime()).unwrap();
    let mut borrowing: Primed<Borrowing<'_, &str>> = serde_json::from_str(&snapshot).unwrap();
    assert_eq!(borrowing.send(1), Complete(("x", "y")));
}
