//! `recv!()` in every position of an expression, with effects on both sides of it.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![allow(
    unused,
    clippy::all,
    clippy::pedantic,
    reason = "the bodies show constructs that could be simpler"
)]

mod assignments;
mod heads;
mod literals;
mod macros;
mod operands;
mod values;

/// Shows when it is evaluated.
fn l(name: &str) -> u8 {
    tests::log(name);
    1
}
