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

fn main() {}
