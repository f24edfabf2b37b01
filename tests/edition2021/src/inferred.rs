//! Types that have no name, which capture what is borrowed.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{Display, Write};
use coroutine_runtime::{consumer, on_close, recv};

/// Writes the lines that have the pattern.
#[consumer(&str)]
pub fn grep(pattern: &str, found: &mut Vec<String>) {
    loop {
        let line = recv!();
        if line.contains(pattern) {
            found.push(line.to_string());
        }
    }
    on_close! { found.push(String::from("end")); }
}

/// Captures what it is given, also where that is hidden in a type, and what it does not use.
#[consumer(u8, reply = &'a str)]
pub fn captures<'a, T: Display>(
    items: &'a [T],
    name: &'a str,
    out: &mut impl Write,
    _unused: &mut u8,
) -> core::fmt::Result {
    for gen in items {
        let dyn_ = recv!(name);
        write!(out, "{gen}{dyn_} ")?;
    }
    let tail = recv!(&name[1..]);
    write!(out, "{tail}")
}

/// Replies with what is behind the first byte, which borrows from the input.
#[consumer(&[u8], reply = Option<&[u8]>)]
pub fn tails() -> usize {
    let mut total = 0;
    let mut reply = None;
    loop {
        let chunk = recv!(reply);
        if chunk.is_empty() {
            return total;
        }
        total += chunk.len();
        reply = chunk.get(1..);
    }
}

/// The longest of all that it gets, and of what it has.
#[consumer(&'a str)]
pub fn longest<'a>(words: &[&'a str], count: usize) -> &'a str {
    let mut longest = "";
    for _ in 0..count {
        let given = recv!();
        for word in words.iter().copied().chain([given]) {
            if word.len() > longest.len() {
                longest = word;
            }
        }
    }
    longest
}
