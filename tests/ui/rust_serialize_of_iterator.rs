use coroutine_runtime::{consumer, recv};

#[consumer(u32, derive(Debug, Serialize))]
fn sums(limit: u32) -> u32 {
    let mut sum = 0;
    for number in (0..limit).map(|number| number * 2) {
        sum += number * recv!();
    }
    sum
}

fn main() {}
