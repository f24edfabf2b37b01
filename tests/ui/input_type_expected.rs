use coroutine_runtime::{consumer, recv};

#[consumer(8)]
fn bytes() {
    let _byte = recv!();
}

fn caller() {
    // The signature stands all the same: this line has no error.
    bytes().prime().send(1);
}

// Instead:
#[consumer(u8)]
fn right() {
    let _byte = recv!();
}

fn main() {}
