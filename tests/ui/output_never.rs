use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() -> ! {
    loop {
        println!("{}", recv!());
    }
}

// Instead:
#[consumer(u8)]
fn right() {
    loop {
        println!("{}", recv!());
    }
}

fn main() {}
