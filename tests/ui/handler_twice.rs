use coroutine_runtime::{consumer, on_close, recv};

#[consumer(u8)]
fn bytes() {
    let _byte = recv!();
    on_close! { println!("first"); }
    on_close! { println!("second"); }
}

fn main() {}
