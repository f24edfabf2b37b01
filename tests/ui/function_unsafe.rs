use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
unsafe fn bytes() {
    let _byte = recv!();
}

fn main() {}
