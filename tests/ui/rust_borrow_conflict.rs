use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn while_borrowed() -> usize {
    let mut list = vec![1];
    let first = &list[0];
    list.push(recv!());
    usize::from(*first)
}

#[consumer(u8)]
fn between_waits() -> usize {
    let mut list = vec![1];
    let all = &list;
    recv!();
    list.push(2);
    recv!();
    all.len()
}

#[consumer(u8)]
fn in_a_loop() {
    let mut list = vec![1];
    for item in &list {
        list.push(recv!() + item);
    }
}

fn main() {}
