use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    let _byte = unsafe { recv!() };
}

fn main() {}
