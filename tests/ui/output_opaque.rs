use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() -> impl Iterator<Item = u8> {
    let byte = recv!();
    0..byte
}

fn main() {}
