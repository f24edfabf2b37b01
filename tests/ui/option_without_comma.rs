use coroutine_runtime::{consumer, recv};

#[consumer(u8 batch)]
fn bytes() {
    let _byte = recv!();
}

// Instead:
#[consumer(u8, batch)]
fn right() {
    let _byte = recv!();
}

fn main() {}
