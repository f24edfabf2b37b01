use coroutine_runtime::{consumer, recv};

struct Counter;

impl Counter {
    #[consumer(u8)]
    fn count(&self) {
        let _byte = recv!();
    }
}

fn main() {}
