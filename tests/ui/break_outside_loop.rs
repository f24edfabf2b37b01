use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    if recv!() > 3 {
        break;
    }
}

// Instead:
#[consumer(u8)]
fn right() {
    if recv!() > 3 {
        return;
    }
}

fn main() {}
