use coroutine_runtime::{consumer, recv};

enum Given {
    Number(u8),
    Nothing,
}

#[consumer(u8)]
fn number(given: Given) -> u8 {
    match given {
        Given::Number(number) if recv!() > number => number,
        Given::Nothing => 0,
    }
}

fn main() {}
