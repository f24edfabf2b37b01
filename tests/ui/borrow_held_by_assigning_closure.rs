use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn sum() -> u32 {
    let mut sum = 0;
    let mut add = |byte: u8| sum += u32::from(byte);
    for _ in 0..4 {
        add(recv!());
    }
    sum
}

// Instead:
#[consumer(u8)]
fn right() -> u32 {
    let mut sum = 0;
    for _ in 0..4 {
        let byte = recv!();
        let mut add = |byte: u8| sum += u32::from(byte);
        add(byte);
    }
    sum
}

fn main() {}
