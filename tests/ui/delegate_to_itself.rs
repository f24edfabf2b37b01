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

// Instead:
type Nested = Box<dyn coroutine_runtime::Consumer<u8, Reply = (), Output = u32>>;

#[consumer(u8)]
fn right() -> u32 {
    match recv!() {
        b'(' => delegate!(Box::new(right().prime()) as Nested) + 1,
        _ => 0,
    }
}

fn main() {}
