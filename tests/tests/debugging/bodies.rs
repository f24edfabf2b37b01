//! Consumers that the tests look at by their lines: every line of a body that does something is one that is stopped at.
#![expect(clippy::manual_assert, reason = "each `panic!` has a line of its own")]

use coroutine_runtime::{consumer, delegate, on_close, recv};

pub(crate) const SOURCE: &str = include_str!("bodies.rs");

#[consumer(u8)]
pub(crate) fn outer(limit: u8) -> u8 {
    if limit == 0 {
        panic!("in front of every wait");
    }
    let mut total = 0;
    loop {
        let byte = recv!();
        if byte == 1 {
            panic!("in the loop");
        }
        total += byte;
        if byte == 2 {
            let last = recv!();
            panic!("behind {last}");
        }
        match byte {
            3 => total += delegate!(inner()),
            4 => {
                let scaled = total * 2;
                total = scaled.min(limit);
            }
            _ => {}
        }
    }
    on_close! {
        if total > limit {
            panic!("in the handler");
        }
        total
    }
}

#[consumer(u8)]
pub(crate) fn inner() -> u8 {
    let first = recv!();
    let second = recv!();
    assert!(first > second, "in what is delegated to");
    first - second
}

#[consumer(&str, reply = usize)]
pub(crate) fn counts(words: &[&str]) -> Option<usize> {
    let mut count = 0;
    for word in words {
        let line = recv!(count);
        let text = line.trim();
        if text.is_empty() {
            return None;
        }
        let found = text.find(word)?;
        count += usize::from(found == 0);
    }
    let scale = |x: usize| x * 2;
    Some(scale(count))
}

#[consumer(u8, batch)]
pub(crate) fn batched(until: u8) -> u64 {
    let mut sum = 0;
    let mut byte = recv!();
    while byte != until {
        sum += u64::from(byte);
        byte = recv!();
    }
    let last = recv!();
    sum + u64::from(last)
}

pub(crate) struct Limit(pub(crate) u8);

#[consumer]
impl Limit {
    #[consumer(u8, name = Message)]
    pub(crate) fn message(limit: u8) -> Vec<u8> {
        let length: u8 = recv!();
        let mut bytes: Vec<u8> = Vec::new();
        while bytes.len() < usize::from(length) {
            let byte = recv!();
            assert!(byte < limit, "in a machine with a name");
            bytes.push(byte);
        }
        bytes
    }

    #[consumer(u8)]
    pub(crate) fn method(&mut self) {
        loop {
            let byte = recv!();
            self.0 = self.0.checked_sub(byte).expect("in a method");
        }
    }
}
