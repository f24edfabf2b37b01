use coroutine_runtime::{consumer, recv};

#[consumer(u32, derive(Ord))]
fn one() -> u32 {
    recv!()
}

#[consumer(u32, derive(serde::Serialize, Serialize))]
fn two() -> u32 {
    recv!()
}

fn main() {}
