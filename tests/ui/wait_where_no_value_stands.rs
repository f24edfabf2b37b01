use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() -> u8 {
    let recv!() = 1;
    let typed: [u8; recv!()] = [0; 3];
    let zeros = [0u8; recv!()];
    recv!() + typed[0] + zeros[0]
}

// Instead:
#[consumer(u8)]
fn right() -> u8 {
    let zeros = vec![0u8; usize::from(recv!())];
    if recv!() == 1 { zeros[0] } else { 0 }
}

fn main() {}
