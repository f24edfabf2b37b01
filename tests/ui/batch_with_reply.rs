use coroutine_runtime::{consumer, recv};

#[consumer(u8, batch, reply = u8)]
fn bytes() {
    let _byte = recv!(1);
}

// Instead:
#[consumer(u8, batch)]
fn whole_slices() {
    let _byte = recv!();
}

#[consumer(u8, reply = u8)]
fn one_by_one() {
    let _byte = recv!(1);
}

fn main() {}
