use coroutine_runtime::{consumer, recv};

#[consumer(u8, reply = u8, reply = u16)]
fn bytes() {
    let _byte = recv!(0);
}

fn main() {}
