use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn number(given: Option<u8>) -> u8 {
    match given {
        Some(number) if recv!() > number => number,
        None => 0,
    }
}

fn main() {}
