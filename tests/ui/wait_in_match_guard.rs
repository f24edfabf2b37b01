use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    match recv!() {
        n if (if n > 1 { recv!() } else { 0 }) == 2 => {}
        _ => {}
    }
}

fn main() {}
