//! When each value is dropped, and in which order, for every event that drops one.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![allow(
    unused,
    clippy::all,
    clippy::pedantic,
    reason = "the bodies show constructs that could be simpler"
)]

mod assignments;
mod bindings;
mod conditional;
mod inputs;
mod jumps;
mod loops;
mod moves;
mod moves_again;
mod order;
mod panics;
mod rest;
mod tails;
mod temporaries;

use tests::{Guard, guard, log};

struct Pair {
    a: Guard,
    b: Guard,
}

fn pair(n: &str) -> Pair {
    Pair { a: guard(format!("{n}a")), b: guard(format!("{n}b")) }
}

fn eat(g: Guard) {
    log(format!("eat {g}"));
}

fn pass(g: Guard) -> Guard {
    log(format!("pass {g}"));
    g
}
