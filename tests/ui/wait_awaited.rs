use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    let byte = recv!().await;
    println!("{byte}");
}

// Instead:
#[consumer(u8)]
fn right() {
    let byte = recv!();
    println!("{byte}");
}

fn main() {}
