use coroutine_runtime::{consumer, recv};

#[consumer(u8, reply = u16)]
fn bytes() {
    let _byte = recv!();
}

fn main() {}
