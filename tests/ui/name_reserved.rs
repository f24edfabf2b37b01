use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() -> u8 {
    let __input = 3;
    recv!() + __input
}

// Instead:
#[consumer(u8)]
fn right() -> u8 {
    let input = 3;
    recv!() + input
}

fn main() {}
