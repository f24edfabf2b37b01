use coroutine_runtime::{consumer, recv};

#[consumer(&str)]
fn lines() {
    let first = recv!();
    let second = recv!();
    println!("{first} {second}");
}

fn main() {}
