use coroutine_runtime::{consumer, recv};

#[consumer(u8, derive(Clone, Copy))]
fn bytes() -> u8 {
    recv!()
}

// Instead:
#[consumer(u8, derive(Clone))]
fn right() -> u8 {
    recv!()
}

fn main() {}
