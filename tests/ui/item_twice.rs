use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    if recv!() == 1 {
        const LIMIT: u8 = 1;
        if recv!() > LIMIT {
            return;
        }
    } else {
        const LIMIT: u8 = 2;
        if recv!() > LIMIT {
            return;
        }
    }
}

fn main() {}
