use coroutine_runtime::{consumer, recv};

#[consumer(u8, derive(Clone, Copy))]
fn copied() -> u8 {
    recv!()
}

#[consumer(u8, derive(Clone, Clone))]
fn twice() -> u8 {
    recv!()
}

struct NoClone;

#[consumer(u8, derive(Clone))]
fn not_cloned() -> u8 {
    let _kept = NoClone;
    recv!()
}

fn main() {}
