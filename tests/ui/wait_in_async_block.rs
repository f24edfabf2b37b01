use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    let _later = async { recv!() };
    let _byte = recv!();
}

fn main() {}
