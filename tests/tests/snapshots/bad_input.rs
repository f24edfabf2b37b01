//! What is said of a snapshot that is none, or of another consumer.

use super::{json, refused, restored};
use coroutine_runtime::{consumer, on_close, recv};

#[consumer(u8, derive(Serialize, Deserialize))]
fn digits(base: u8) -> (u8, String) {
    let mut text = String::new();
    loop {
        let digit = recv!();
        if digit >= base {
            let replacement = recv!();
            text.push(char::from(b'0' + replacement));
        } else {
            text.push(char::from(b'0' + digit));
        }
    }
    on_close! { (base, text) }
}

const GOOD: &str = r#"{"Digit":{"base":10,"text":"17"}}"#;

#[test]
fn the_good_one() {
    let mut consumer = digits(10).prime();
    consumer.send(1);
    consumer.send(7);
    assert_eq!(json(&consumer), GOOD);
    let mut consumer = restored(digits(2), GOOD).unwrap();
    consumer.send(3);
    assert_eq!(consumer.close(), Some((10, "173".to_owned())));
}

#[test]
fn the_order_of_locals_does_not_matter() {
    let snapshot = r#" { "Digit" : { "text" : "", "base" : 3 } } "#;
    assert_eq!(restored(digits(2), snapshot).unwrap().close(), Some((3, String::new())));
}

#[test]
fn cut_short_anywhere() {
    for length in 0..GOOD.len() {
        let said = refused(digits(10), &GOOD[..length]);
        assert!(said.contains("EOF while parsing"), "{length}: {said}");
    }
    assert_eq!(
        refused(digits(10), &GOOD[..29]),
        "`digits` at `Digit`: the local `text`: EOF while parsing a string at line 1 column 29"
    );
    assert_eq!(refused(digits(10), ""), "EOF while parsing a value at line 1 column 0");
}

#[test]
fn of_another_consumer() {
    assert_eq!(
        refused(digits(10), r#"{"Line":{"pattern":"x"}}"#),
        "`digits` has no place `Line` to wait at, only `Digit` and `Replacement` at line 1 column 7"
    );
}

#[test]
fn a_local_is_missing() {
    assert_eq!(
        refused(digits(10), r#"{"Digit":{"base":10}}"#),
        "`digits` at `Digit`: the local `text` is missing at line 1 column 20"
    );
}

#[test]
fn a_local_too_many() {
    assert_eq!(
        refused(digits(10), r#"{"Digit":{"base":10,"text":"","digit":1}}"#),
        "`digits` at `Digit`: there is no local `digit`, only `base` and `text` at line 1 column 37"
    );
    assert_eq!(
        refused(digits(10), r#"{"Done":{"base":10}}"#),
        "`digits` at `Done`: there is no local `base` at line 1 column 15"
    );
}

#[test]
fn a_local_twice() {
    assert_eq!(
        refused(digits(10), r#"{"Digit":{"base":10,"base":10,"text":""}}"#),
        "`digits` at `Digit`: the local `base` is there twice at line 1 column 26"
    );
}

#[test]
fn a_local_of_another_type() {
    assert_eq!(
        refused(digits(10), r#"{"Digit":{"base":"10","text":""}}"#),
        "`digits` at `Digit`: the local `base`: invalid type: string \"10\", expected u8 at line 1 column 21"
    );
    assert_eq!(
        refused(digits(10), r#"{"Digit":{"base":300,"text":""}}"#),
        "`digits` at `Digit`: the local `base`: invalid value: integer `300`, expected u8 at line 1 column 20"
    );
}

#[test]
fn no_place_or_two() {
    assert_eq!(
        refused(digits(10), "{}"),
        "a snapshot of `digits` names the place where it waits, and this is empty at line 1 column 2"
    );
    assert_eq!(
        refused(digits(10), r#"{"Done":{},"Digit":{"base":10,"text":""}}"#),
        "a snapshot of `digits` has one place where it waits, and this has another beside `Done` \
         at line 1 column 18"
    );
}

#[test]
fn something_else_altogether() {
    assert_eq!(
        refused(digits(10), "7"),
        "invalid type: integer `7`, expected a snapshot of `digits`: the place where it waits, with its \
         locals at line 1 column 1"
    );
    assert_eq!(
        refused(digits(10), r#"{"Digit":["10","17"]}"#),
        "invalid type: sequence, expected the locals of `digits` at `Digit`, by name at line 1 column 9"
    );
    assert_eq!(refused(digits(10), "{Digit}"), "key must be a string at line 1 column 2");
}

#[test]
fn a_byte_anywhere_is_another() {
    // Whatever it says: it does not panic, and resumes only what is well formed.
    for at in 0..GOOD.len() {
        for byte in 0x20..0x7f {
            let mut snapshot = GOOD.as_bytes().to_vec();
            snapshot[at] = byte;
            let snapshot = String::from_utf8(snapshot).unwrap();
            if let Ok(consumer) = restored(digits(10), &snapshot) {
                assert_eq!(consumer.state(), "Digit");
                let kept = json(&consumer);
                assert_eq!(json(&restored(digits(10), &kept).unwrap()), kept);
            }
        }
    }
}

/// The deserializer is the caller's, and so is what it reads: it can be tried again.
#[test]
fn the_caller_keeps_the_snapshot() {
    let snapshot = GOOD.to_owned();
    assert!(restored(super::names::login(), &snapshot).is_err());
    assert!(restored(digits(1), &snapshot).is_ok());
}
