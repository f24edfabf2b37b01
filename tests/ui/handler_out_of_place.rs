use coroutine_runtime::{consumer, on_close, recv};

#[consumer(u8)]
fn bytes() {
    let _quiet = || {
        on_close! { println!("never"); }
    };
    let _byte = recv!();
}

// Instead:
#[consumer(u8)]
fn right() {
    on_close! { println!("closed"); }
    let _byte = recv!();
}

fn main() {}
