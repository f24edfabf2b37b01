use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() -> u8 {
    let byte = recv!().checked_add(1)?;
    byte + recv!().checked_add(1)?
}

// Instead:
#[consumer(u8)]
fn right() -> Option<u8> {
    let byte = recv!().checked_add(1)?;
    byte.checked_add(recv!())
}

fn main() {}
