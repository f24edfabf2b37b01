use coroutine_runtime::{consumer, on_close, recv};

#[consumer(u8)]
fn bytes() {
    let _byte = recv!();
    on_close!(println!("closed"), println!("really"));
}

// Instead:
#[consumer(u8)]
fn right() {
    let _byte = recv!();
    on_close! {
        println!("closed");
        println!("really");
    }
}

fn main() {}
