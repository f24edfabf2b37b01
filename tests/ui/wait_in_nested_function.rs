use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    fn next() -> u8 {
        recv!()
    }
    let _sum = recv!() + next();
}

fn main() {}
