use coroutine_runtime::{consumer, recv};

// The syntax of a version of Rust that is still to come.
#[consumer(u8)]
fn bytes() -> u8 {
    let byte = recv!();
    byte.match { 0 => 1, other => other }
}

fn caller() {
    bytes().prime().send(1);
}

// Instead:
#[consumer(u8)]
fn right() -> u8 {
    match recv!() {
        0 => 1,
        other => other,
    }
}

fn main() {}
