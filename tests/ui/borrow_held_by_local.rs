use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() -> usize {
    let buffer = vec![1, 2, 3];
    let mut rest = &buffer[..];
    while let [first, behind @ ..] = rest {
        if recv!() == *first {
            rest = behind;
        }
    }
    buffer.len()
}

fn main() {}
