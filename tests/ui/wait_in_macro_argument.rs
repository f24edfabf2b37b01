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

fn main() {}
