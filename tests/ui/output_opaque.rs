use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() -> impl Iterator<Item = u8> {
    let byte = recv!();
    0..byte
}

// Instead:
#[consumer(u8)]
fn as_it_is() -> std::ops::Range<u8> {
    let byte = recv!();
    0..byte
}

#[consumer(u8)]
fn boxed() -> Box<dyn Iterator<Item = u8>> {
    let byte = recv!();
    Box::new((0..byte).map(|byte| byte + 1))
}

fn main() {}
