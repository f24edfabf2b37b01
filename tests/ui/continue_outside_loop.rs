use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    if recv!() > 3 {
        continue;
    }
}

// Instead:
#[consumer(u8)]
fn right() {
    loop {
        if recv!() > 3 {
            continue;
        }
    }
}

fn main() {}
