use coroutine_runtime::{consumer, on_close, recv};

#[consumer(u8)]
fn bytes() {
    let _byte = recv!();
    on_close! {
        let _last = recv!();
    }
}

fn main() {}
