//! What the generated bodies call: each shows in the trace when it runs, and with what.
//!
//! Compiled into the generated program too, as [`harness`](crate::harness) is.
#![allow(
    clippy::needless_pass_by_value,
    clippy::trivially_copy_pass_by_ref,
    missing_docs,
    reason = "the bodies show how values are passed; the names say what the functions do"
)]

pub use std::cell::Cell;
pub use tests::{Guard, fail, guard, log};

/// A droppable part and another one.
#[derive(Debug)]
pub struct Pair {
    pub a: Guard,
    pub b: u32,
}

/// For struct expressions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub x: u32,
    pub y: u32,
}

#[must_use]
pub fn side(n: u32) -> u32 {
    log(format_args!("side {n}"));
    n
}

/// Borrows nothing of what it is given.
#[must_use]
pub fn guard_of(numbers: &[u32]) -> Guard {
    guard(numbers.len())
}

/// `side`, with a difference: what a test of the tester puts into one of the forms.
#[must_use]
pub fn skewed(n: u32) -> u32 {
    log(format_args!("skewed {n}"));
    n
}

#[must_use]
pub fn add(a: u32, b: u32) -> u32 {
    log(format_args!("add {a} {b}"));
    a.wrapping_add(b)
}

#[must_use]
pub fn read(n: &u32) -> u32 {
    *n
}

/// Panics for what only some schedules send.
#[must_use]
pub fn boom(n: u32) -> u32 {
    if n % 16 == 13 { fail("boom") } else { n }
}

#[must_use]
pub fn maybe(n: u32) -> Option<u32> {
    (n % 4 != 3).then_some(n)
}

/// # Errors
///
/// For some numbers.
pub fn check(n: u32) -> Result<u32, String> {
    maybe(n).ok_or_else(|| format!("bad {n}"))
}

#[must_use]
pub fn maybe_guard(n: u32, name: &str) -> Option<Guard> {
    (n % 3 != 2).then(|| guard(name))
}

#[must_use]
pub fn eat(g: Guard) -> u32 {
    log(format_args!("eat {g}"));
    u32::try_from(g.id).unwrap_or(0)
}

#[must_use]
pub fn keep(g: Guard, n: u32) -> Guard {
    log(format_args!("keep {g} {n}"));
    g
}

#[must_use]
pub fn peek(g: &Guard) -> u32 {
    u32::try_from(g.id).unwrap_or(0)
}

/// Counts a loop on, which may `continue` where it was to end.
#[must_use]
pub fn fuel(spent: u32) -> u32 {
    if spent > 50 {
        tests::fail("out of fuel");
    }
    spent + 1
}

#[must_use]
pub fn word(s: &str) -> u32 {
    log(format_args!("word {s}"));
    u32::try_from(s.len()).unwrap_or(0)
}

pub fn bump(n: &mut u32, by: u32) {
    *n = n.wrapping_add(by);
}
