use coroutine_runtime::{consumer, recv};

#[consumer(u8, reply = &str)]
fn from_number() {
    recv!("a");
}

#[consumer((&str, &[u8]), reply = &str)]
fn from_either() {
    recv!("a");
}

fn main() {}
