use coroutine_runtime::{consumer, recv};

#[consumer(impl AsRef<str>)]
fn lines() {
    let line = recv!();
    drop(line);
}

fn main() {}
