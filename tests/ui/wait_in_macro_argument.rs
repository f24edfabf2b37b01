use coroutine_runtime::{consumer, recv};

macro_rules! show {
    ($x:expr) => {
        println!("{}", $x)
    };
}

#[consumer(u8)]
fn bytes() {
    show!(recv!());
}

// Instead:
#[consumer(u8)]
fn right() {
    let byte = recv!();
    show!(byte);
    println!("{}", recv!());
}

fn main() {}
