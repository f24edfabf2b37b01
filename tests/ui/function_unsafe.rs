use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
unsafe fn bytes() {
    let _byte = recv!();
}

// Instead:
unsafe fn written(_byte: u8) {}

#[consumer(u8)]
fn right() {
    let byte = recv!();
    unsafe { written(byte) }
}

fn main() {}
