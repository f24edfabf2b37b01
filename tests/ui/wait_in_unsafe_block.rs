use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes(table: Vec<u8>) {
    let _byte = unsafe { *table.get_unchecked(usize::from(recv!())) };
}

// Instead:
#[consumer(u8)]
fn right(table: Vec<u8>) {
    let byte = usize::from(recv!());
    let _byte = unsafe { *table.get_unchecked(byte) };
}

fn main() {}
