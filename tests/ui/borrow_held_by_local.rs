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

// Instead:
#[consumer(u8)]
fn right() -> usize {
    let buffer = vec![1, 2, 3];
    let mut at = 0;
    while at < buffer.len() {
        if recv!() == buffer[at] {
            at += 1;
        }
    }
    buffer.len()
}

fn main() {}
