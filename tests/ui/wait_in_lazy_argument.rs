use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    let byte = recv!();
    assert!(byte > 0, "followed by {}", recv!());
    debug_assert!(recv!() > 0);
}

fn main() {}
