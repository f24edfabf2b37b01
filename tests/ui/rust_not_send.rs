use coroutine_runtime::{consumer, recv};
use std::rc::Rc;

#[consumer(u8)]
fn counted() -> usize {
    let shared = Rc::new(recv!());
    recv!();
    Rc::strong_count(&shared)
}

fn sent<T: Send>(_: T) {}

fn main() {
    sent(counted().prime());
}
