use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
unsafe extern "C" fn bytes(first: u8, mut rest: ...) {
    let _sum = first + recv!();
}

// Instead:
#[consumer(u8)]
fn right(numbers: &[u8]) -> u8 {
    numbers.len() as u8 + recv!()
}

fn main() {}
