use coroutine_runtime::{consumer, recv};

#[consumer(u8, reply = &str)]
fn bytes() {
    recv!("a");
}

// Instead:
#[consumer(u8, reply = &'static str)]
fn right() {
    recv!("a");
}

fn main() {}
