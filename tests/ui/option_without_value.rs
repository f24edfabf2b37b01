use coroutine_runtime::{consumer, recv};

#[consumer(u8, reply u8)]
fn bytes() {
    let _byte = recv!();
}

#[consumer(u8, name = "Decoder")]
fn named() {
    let _byte = recv!();
}

// Instead:
#[consumer(u8, reply = u8, name = Decoder)]
fn right() {
    let _byte = recv!(1);
}

fn main() {}
