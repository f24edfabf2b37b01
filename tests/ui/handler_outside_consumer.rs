use coroutine_runtime::{consumer, on_close, recv};

fn bytes() {
    on_close! { println!("closed"); }
}

// Instead:
#[consumer(u8)]
fn right() {
    on_close! { println!("closed"); }
    recv!();
}

fn main() {}
