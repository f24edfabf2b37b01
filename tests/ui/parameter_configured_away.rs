use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn sums(a: u8, #[cfg(any())] missing: u8) -> u8 {
    a + recv!()
}

// Instead:
#[cfg(not(any()))]
#[consumer(u8)]
fn right(a: u8) -> u8 {
    a + recv!()
}

#[cfg(any())]
#[consumer(u8)]
fn right(a: u8, missing: u8) -> u8 {
    a + missing + recv!()
}

fn main() {}
