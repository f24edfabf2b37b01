use coroutine_runtime::{consumer, recv};

fn bytes() {
    let _byte: u8 = recv!();
}

macro_rules! next {
    () => {
        recv!()
    };
}

#[consumer(u8)]
fn hidden() -> u8 {
    recv!() + next!()
}

// Instead:
#[consumer(u8)]
fn right() -> u8 {
    recv!()
}

fn main() {}
