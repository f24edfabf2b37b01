//! What the driver panics with names the consumer, at the line of the user that is wrong.

use super::bodies::{batched, inner};
use super::caught::{Caught, panicking};
use coroutine_runtime::{Consumer, consumer, delegate};

/// Checks the message, and that it is said of this line of this file.
fn is_refused<T>(message: &str, line: u32, run: impl FnOnce() -> T) {
    let caught: Caught = panicking(run);
    assert!(caught.file.ends_with("refused.rs"), "{}: {}", caught.file, caught.message);
    assert_eq!((&*caught.message, caught.line), (message, line as usize));
}

/// Through a type that is not known to be a `Primed`.
#[track_caller]
fn send_to<C: Consumer<u8>>(mut consumer: C) {
    consumer.send(0);
}

#[test]
fn a_send_too_many() {
    let message = "sent to `inner`, which has finished";
    let mut inner = inner().prime();
    inner.send(2);
    inner.send(1);
    is_refused(message, line!(), || inner.send(0));
    is_refused(message, line!(), || inner.feed(&[0]));
    is_refused(message, line!(), || inner.send_all([0]));
    is_refused(message, line!(), || Consumer::send(&mut inner, 0));
    is_refused(message, line!(), || Consumer::feed(&mut inner, &[0]));
    is_refused(message, line!(), || send_to(&mut inner));
    let object: &mut dyn Consumer<u8, Reply = (), Output = u8> = &mut inner;
    is_refused(message, line!(), || object.send(0));
}

#[test]
fn a_slice_too_many() {
    let mut batched = batched(0).prime();
    batched.feed(&[0, 1]);
    is_refused("sent to `batched`, which has finished", line!(), || batched.feed(&[0]));
}

#[consumer(u8)]
fn delegates(inner: &mut impl Consumer<u8, Reply = (), Output = u8>) -> u8 {
    delegate!(&mut *inner)
}

#[test]
fn what_is_delegated_to_has_finished() {
    let mut inner = inner().prime();
    inner.send(2);
    inner.send(1);
    let delegating = line!() - 10;
    let message = "delegated to a consumer that has finished";
    is_refused(message, delegating, || delegates(&mut inner).prime().close());
}

#[test]
fn where_it_waits_is_shown() {
    let mut inner = inner().prime();
    assert_eq!(inner.state(), "First");
    inner.send(2);
    assert_eq!(format!("{inner:?}"), "Primed { consumer: \"inner\", state: \"Second\" }");
}
