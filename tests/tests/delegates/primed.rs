//! Inner consumers that are primed already.

use crate::calls::number;
use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::{Consumer, consumer, delegate, recv};
use tests::log;

#[consumer(u8)]
fn held(mut inner: impl Consumer<u8, Reply = (), Output = u32>) -> u32 {
    let first = delegate!(&mut inner);
    log(first);
    u32::from(recv!()) + first
}

#[consumer(u8)]
fn owned<C: Consumer<u8, Reply = (), Output = u32>>(inner: C) -> u32 {
    delegate!(inner) + 1
}

#[test]
fn to_one_that_is_primed() {
    let mut number = number::consumer(0).prime();
    number.send(1);
    let mut outer = held(&mut number).prime();
    assert_eq!(outer.send(2), Yielded(()));
    assert_eq!(outer.send(0), Yielded(()));
    assert_eq!(outer.send(3), Complete(15));
    drop(outer);
    assert!(number.is_finished());

    let inner: Box<dyn Consumer<u8, Reply = (), Output = u32>> =
        Box::new(number::consumer(4).prime());
    let mut outer = owned(inner).prime();
    assert_eq!(outer.send(2), Yielded(()));
    assert_eq!(outer.send(0), Complete(43));
}

#[consumer(u8)]
fn returns_while_primed() -> u32 {
    if std::hint::black_box(true) {
        return 7;
    }
    u32::from(recv!())
}

/// What is primed already, and has its output still, gives it without waiting.
#[test]
fn to_one_that_has_its_output() {
    let outer = owned(returns_while_primed().prime()).prime();
    assert!(outer.is_finished());
    assert_eq!(outer.close(), Some(8));
}

#[test]
#[should_panic(expected = "delegated to a consumer that has finished")]
fn to_one_that_has_given_its_output_away() {
    let mut number = number::consumer(0).prime();
    number.send(0);
    let _ = owned(number).prime();
}
