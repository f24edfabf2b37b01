use coroutine_runtime::{consumer, recv};

async fn later(byte: u8) -> u8 {
    byte
}

#[consumer(u8)]
fn bytes() {
    let _byte = later(recv!()).await;
}

// Instead:
#[consumer(u8)]
fn right() {
    let byte = recv!();
    let _later = later(byte);
}

fn main() {}
