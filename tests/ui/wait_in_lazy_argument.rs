use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    let byte = recv!();
    assert!(byte > 0, "followed by {}", recv!());
    debug_assert!(recv!() > 0);
}

// Instead:
#[consumer(u8)]
fn right() {
    let byte = recv!();
    let next = recv!();
    assert!(byte > 0, "followed by {next}");
    debug_assert!(next > 0);
}

fn main() {}
