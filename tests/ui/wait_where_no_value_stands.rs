use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn misplaced() -> u8 {
    let recv!() = 1;
    let typed: [u8; recv!()] = [0; 3];
    let zeros = [0u8; recv!()];
    recv!() = 2;
    recv!() + typed[0] + zeros[0]
}

#[consumer(u8)]
fn taken() -> u8 {
    let __input = 3;
    recv!() + __input
}

fn main() {}
