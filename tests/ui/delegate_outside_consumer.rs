use coroutine_runtime::{consumer, delegate, recv};

#[consumer(u8)]
fn number() -> u32 {
    u32::from(recv!())
}

fn bytes() -> u32 {
    delegate!(number())
}

// Instead:
#[consumer(u8)]
fn right() -> u32 {
    delegate!(number())
}

fn main() {}
