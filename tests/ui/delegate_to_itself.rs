use coroutine_runtime::{consumer, delegate, recv};

#[consumer(u8)]
fn nested() -> u32 {
    match recv!() {
        b'(' => delegate!(nested()) + 1,
        _ => 0,
    }
}

struct Parser;

impl Parser {
    #[consumer(u8)]
    fn value(&self) -> u32 {
        if recv!() == b'(' { delegate!(self.value().prime()) } else { 1 }
    }
}

fn main() {}
