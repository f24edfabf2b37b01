use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() -> u8 {
    let offset = 3;
    let shifted = |byte: u8| byte + offset;
    shifted(recv!())
}

#[consumer(u8)]
fn names() -> bool {
    let names = vec![1, 2, 3];
    let known = |byte: &u8| names.contains(byte);
    let byte = recv!();
    known(&byte)
}

// Instead:
#[consumer(u8)]
fn right() -> u8 {
    let offset = 3;
    let shifted = move |byte: u8| byte + offset;
    shifted(recv!())
}

fn main() {}
