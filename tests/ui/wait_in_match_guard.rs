use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    match recv!() {
        1 if recv!() == 2 => {}
        _ => {}
    }
}

fn main() {}
