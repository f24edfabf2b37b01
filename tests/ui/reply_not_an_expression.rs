use coroutine_runtime::{consumer, recv};

#[consumer(u8, reply = u16)]
fn bytes() {
    let _byte = recv!(1, 2);
}

// Instead:
#[consumer(u8, reply = (u16, u16))]
fn right() {
    let _byte = recv!((1, 2));
}

fn main() {}
