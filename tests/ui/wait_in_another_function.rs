use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    let next = || recv!();
    let _later = async { recv!() };
    fn further() -> u8 {
        recv!()
    }
    let _sum = recv!() + next() + further() + const { recv!() };
}

// Instead:
#[consumer(u8)]
fn right() {
    let doubled = |byte: u8| 2 * byte;
    let _sum = doubled(recv!()) + doubled(recv!());
}

fn main() {}
