use coroutine_runtime::{consumer, recv};

#[consumer(u8, derive = Clone)]
fn bytes() {
    let _byte = recv!();
}

#[consumer(u8, derive("Clone"))]
fn quoted() {
    let _byte = recv!();
}

// Instead:
#[consumer(u8, derive(Clone))]
fn right() {
    let _byte = recv!();
}

fn main() {}
