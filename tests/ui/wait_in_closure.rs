use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    let next = || recv!();
    let _sum = recv!() + next();
}

fn main() {}
