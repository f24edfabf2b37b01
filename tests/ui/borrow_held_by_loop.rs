use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    let expected = vec![1, 2, 3];
    for byte in expected.iter().filter(|byte| **byte > 1) {
        if recv!() != *byte {
            return;
        }
    }
}

// Instead:
#[consumer(u8)]
fn right() {
    let expected = vec![1, 2, 3];
    for byte in &expected {
        if *byte > 1 && recv!() != *byte {
            return;
        }
    }
}

fn main() {}
