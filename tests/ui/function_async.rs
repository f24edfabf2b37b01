use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
async fn bytes() {
    let _byte = recv!();
}

fn main() {}
