//! Lifetimes of the block in what a method is sent, replies and returns.
#![deny(warnings)]
#![forbid(unsafe_code)]

use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::{consumer, recv};

struct Words<'t>(&'t str);

struct Chunk<'c, 'a> {
    text: &'c str,
    name: &'a str,
}

impl<'t> Words<'t> {
    #[consumer(&'t str)]
    fn longest(&self) -> &'t str {
        let mut longest = self.0;
        for _ in 0..2 {
            let word = recv!();
            if word.len() > longest.len() {
                longest = word;
            }
        }
        longest
    }

    #[consumer(&[u8], reply = &'t str)]
    fn replies(self) -> usize {
        let first = recv!(self.0).len();
        first + recv!(&self.0[1..]).len()
    }

    #[consumer(Chunk<'_, 'a>)]
    fn names<'a: 't>(&self) -> (&'a str, usize) {
        let first = recv!();
        let (name, length) = (first.name, first.text.len());
        let second = recv!();
        (name, length + second.text.len() + self.0.len())
    }
}

#[test]
fn are_those_of_the_block() {
    let text = String::from("one two three");
    let words = Words(&text[..3]);
    let mut longest = words.longest().prime();
    assert_eq!(longest.send(&text[4..7]), Yielded(()));
    let Complete(longest) = longest.send(&text[8..]) else { panic!("these are two") };

    let mut names = words.names().prime();
    let mut buffer = String::from("ab");
    assert_eq!(names.send(Chunk { text: &buffer, name: longest }), Yielded(()));
    buffer.push('c');
    assert_eq!(names.send(Chunk { text: &buffer, name: "other" }), Complete(("three", 8)));

    let (mut replies, first) = Words("one").replies().prime_with_reply();
    assert_eq!(first, Some("one"));
    assert_eq!(replies.send(b"ab"), Yielded("ne"));
    assert_eq!(replies.send(b"c"), Complete(3));
}

/// A consumer in a consumer.
#[consumer(u8)]
fn outer(first: u8) -> u8 {
    #[consumer(u8)]
    fn inner(first: u8) -> u8 {
        first + recv!()
    }
    let second = recv!();
    coroutine_runtime::delegate!(inner(first + second))
}

#[test]
fn one_in_another() {
    let mut outer = outer(1).prime();
    outer.send(2);
    assert_eq!(outer.send(3), Complete(6));
}

#[consumer(&[u8], reply = Option<&[u8]>)]
fn rests() -> usize {
    let mut count = 0;
    let mut reply = None;
    loop {
        let chunk = recv!(reply);
        count += 1;
        if chunk.len() == 1 {
            reply = None;
            continue;
        }
        if chunk.is_empty() {
            return count;
        }
        reply = chunk.get(1..);
    }
}

#[test]
fn a_reply_that_is_given_on_each_way() {
    let mut rests = rests().prime();
    assert_eq!(rests.send(b"ab"), Yielded(Some(&b"b"[..])));
    assert_eq!(rests.send(b"c"), Yielded(None));
    assert_eq!(rests.send(b""), Complete(3));
}
