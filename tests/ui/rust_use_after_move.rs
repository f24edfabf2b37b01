#![deny(warnings)]
use coroutine_runtime::{consumer, recv};

fn take(_: String) {}

#[consumer(u8)]
fn behind_a_wait(name: String) -> usize {
    take(name);
    recv!();
    name.len()
}

#[consumer(u8)]
fn in_a_loop(name: String) {
    loop {
        recv!();
        take(name);
    }
}

fn main() {}
