use coroutine_runtime::{consumer, recv};

#[consumer(u8, derive(Clone))]
fn bytes() {
    let _byte = recv!();
}

fn main() {}
