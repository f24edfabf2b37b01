use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    let _byte = recv!(3);
}

// Instead:
#[consumer(u8, reply = u16)]
fn right() {
    let _byte = recv!(3);
}

fn main() {}
