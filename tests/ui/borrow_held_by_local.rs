use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    let mut buffer = Vec::new();
    let last = &mut buffer;
    last.push(recv!());
    buffer.clear();
}

fn main() {}
