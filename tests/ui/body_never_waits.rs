use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    println!("nothing to wait for");
}

// Instead:
#[consumer(u8)]
fn right() {
    println!("{}", recv!());
}

fn main() {}
