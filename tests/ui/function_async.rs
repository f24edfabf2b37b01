use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
async fn bytes() {
    let _byte = recv!();
}

fn caller() {
    bytes().prime().send(1);
}

// Instead:
#[consumer(u8)]
fn right() {
    let _byte = recv!();
}

fn main() {}
