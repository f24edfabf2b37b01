use coroutine_runtime::{consumer, recv};

#[consumer(u8, capacity = 4)]
fn bytes() {
    let _byte = recv!();
}

fn main() {}
