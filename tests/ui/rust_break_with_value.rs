use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    while recv!() > 3 {
        break recv!();
    }
}

// Instead:
#[consumer(u8)]
fn right() -> u8 {
    loop {
        if recv!() > 3 {
            break recv!();
        }
    }
}

fn main() {}
