use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    println!("{}", recv!());
}

fn main() {}
