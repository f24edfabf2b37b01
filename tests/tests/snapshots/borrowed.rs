//! Locals that borrow are borrowed from the snapshot.

use super::{json, refused, restored};
use coroutine_runtime::{CoroutineState, consumer, on_close, recv};
use std::borrow::Cow;

#[consumer(&str, derive(Serialize, Deserialize))]
fn grep(pattern: &str) -> u32 {
    let mut found = 0;
    loop {
        let line = recv!();
        found += u32::from(line.contains(pattern));
    }
    on_close! { found }
}

#[test]
fn a_string() {
    let mut consumer = grep("x").prime();
    consumer.send("xy");
    let snapshot = json(&consumer);
    drop(consumer);
    assert_eq!(snapshot, r#"{"Line":{"pattern":"x","found":1}}"#);
    let pattern = String::from("not this one");
    let mut consumer = restored(grep(&pattern), &snapshot).unwrap();
    consumer.send("ax");
    consumer.send("not this one");
    assert_eq!(consumer.close(), Some(2));
}

#[test]
fn what_has_to_be_copied_cannot_be_borrowed() {
    assert_eq!(
        refused(grep(""), r#"{"Line":{"pattern":"a\nb","found":1}}"#),
        "`grep` at `Line`: the local `pattern`: invalid type: string \"a\\nb\", expected a borrowed string \
         at line 1 column 25"
    );
}

/// The input itself is held.
#[consumer(&'a str, derive(Serialize, Deserialize))]
fn longest<'a>() -> &'a str {
    let mut longest = "";
    loop {
        let word = recv!();
        if word.len() > longest.len() {
            longest = word;
        }
    }
    on_close! { longest }
}

#[test]
fn an_input_of_the_functions_own_lifetime() {
    let mut consumer = longest().prime();
    consumer.send("one");
    consumer.send("three");
    let snapshot = json(&consumer);
    let mut consumer = restored(longest(), &snapshot).unwrap();
    consumer.send("four");
    assert_eq!(consumer.close(), Some("three"));
}

struct Words<'a> {
    words: &'a str,
}

impl<'a> Words<'a> {
    /// The lifetime of what the method stands in cannot be seen: it is said.
    #[consumer(usize, derive(Serialize, Deserialize))]
    fn lengths<'de: 'a>(self) -> usize {
        let Words { words } = self;
        let mut cut = 0;
        loop {
            let at = recv!();
            cut += at.min(words.len());
        }
        on_close! { cut }
    }

    #[consumer(usize, derive(Serialize, Deserialize))]
    fn beside(words: &'a str, other: &Cow<'_, str>) -> usize {
        let other = other.len();
        let mut cut = 0;
        loop {
            let at = recv!();
            cut += at.min(words.len()) + other;
        }
        on_close! { cut }
    }
}

#[test]
fn lifetimes_of_methods() {
    let mut consumer = Words { words: "ab" }.lengths().prime();
    consumer.send(7);
    let snapshot = json(&consumer);
    let mut consumer = restored(Words { words: "" }.lengths(), &snapshot).unwrap();
    consumer.send(1);
    assert_eq!(consumer.close(), Some(3));

    let mut consumer = Words::beside("ab", &Cow::Borrowed("x")).prime();
    consumer.send(7);
    let snapshot = json(&consumer);
    assert_eq!(snapshot, r#"{"At":{"words":"ab","other":1,"cut":3}}"#);
    let mut consumer = restored(Words::beside("", &Cow::Borrowed("")), &snapshot).unwrap();
    consumer.send(1);
    assert_eq!(consumer.close(), Some(5));
}

/// A text that is part of the program is borrowed from the snapshot too.
#[consumer(u32, derive(Serialize, Deserialize))]
fn modes(name: &str) -> String {
    let mut mode = "idle";
    loop {
        let number = recv!();
        if number == 0 {
            return format!("{name} was {mode}");
        }
        mode = "busy";
    }
}

#[test]
fn a_literal() {
    let mut consumer = modes("x").prime();
    consumer.send(1);
    let snapshot = json(&consumer);
    assert_eq!(snapshot, r#"{"Number":{"name":"x","mode":"busy"}}"#);
    let mut consumer = restored(modes(""), &snapshot).unwrap();
    assert_eq!(consumer.send(0), CoroutineState::Complete("x was busy".to_owned()));
}
