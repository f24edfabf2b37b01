use coroutine_runtime::{consumer, recv};

struct NoClone;

#[consumer(u8, derive(Clone))]
fn not_cloned() -> u8 {
    let _kept = NoClone;
    recv!()
}

fn main() {}
