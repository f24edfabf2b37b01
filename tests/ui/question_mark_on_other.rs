use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() -> Option<u8> {
    let byte = recv!()?;
    Some(byte)
}

// Instead:
#[consumer(u8)]
fn right() -> Option<u8> {
    let byte = recv!().checked_add(1)?;
    Some(byte)
}

fn main() {}
