use coroutine_runtime::{consumer, recv};

#[consumer(u8, batch, reply = u8)]
fn with_replies() {
    let _byte = recv!(1);
}

#[consumer(u8, batch, batch)]
fn twice() {
    let _byte = recv!();
}

fn main() {}
