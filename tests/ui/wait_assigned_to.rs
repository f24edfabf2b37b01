use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() -> u8 {
    recv!() = 2;
    recv!() += 1;
    recv!()
}

// Instead:
#[consumer(u8)]
fn right() -> u8 {
    let mut byte = recv!();
    byte += 1;
    byte
}

fn main() {}
