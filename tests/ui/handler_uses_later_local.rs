use coroutine_runtime::{consumer, on_close, recv};

#[consumer(u8)]
fn bytes() {
    let first = recv!();
    let second = recv!();
    on_close! { println!("{first} {second}"); }
}

fn main() {}
