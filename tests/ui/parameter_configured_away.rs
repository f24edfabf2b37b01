use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn sums(a: u8, #[cfg(any())] missing: u8) -> u8 {
    a + recv!()
}

fn main() {}
