use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
const fn bytes() {
    let _byte = recv!();
}

// Instead:
#[consumer(u8)]
fn right() {
    let _byte = recv!();
}

fn main() {}
