use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes(pair: (u8, u8)) -> u8 {
    match pair {
        (byte, 0) | (0, byte) if recv!() > byte => byte,
        _ => 0,
    }
}

// Instead:
#[consumer(u8)]
fn right(pair: (u8, u8)) -> u8 {
    match pair {
        (byte, 0) if recv!() > byte => byte,
        (0, byte) if recv!() > byte => byte,
        _ => 0,
    }
}

fn main() {}
