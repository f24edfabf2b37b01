use coroutine_runtime::{consumer, recv};

#[consumer((&str, &[u8]), reply = &str)]
fn lines() {
    recv!("a");
}

// Instead:
#[consumer(&(String, Vec<u8>), reply = &str)]
fn right() {
    let (line, _) = recv!("");
    recv!(line);
}

fn main() {}
