use coroutine_runtime::{consumer, recv};

#[consumer(u8, capacity = 4, replies = u8)]
fn bytes() {
    let _byte = recv!();
}

// Instead:
#[consumer(u8, reply = u8)]
fn right() {
    let _byte = recv!(1);
}

fn main() {}
