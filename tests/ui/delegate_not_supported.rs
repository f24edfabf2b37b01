use coroutine_runtime::{consumer, delegate, recv};

#[consumer(u8)]
fn bytes() {
    let _byte = recv!();
    delegate!(other());
}

fn main() {}
