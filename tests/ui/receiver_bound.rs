use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() -> u8 {
    let self = recv!();
    self
}

// Instead:
#[consumer(u8)]
fn right() -> u8 {
    let this = recv!();
    this
}

fn main() {}
