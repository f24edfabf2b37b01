use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes(mut rows: Vec<Vec<u8>>, row: fn() -> usize) {
    rows[row()].push(recv!());
}

fn main() {}
