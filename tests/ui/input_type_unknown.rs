use coroutine_runtime::{consumer, recv};

#[consumer]
fn lines() {
    let line = recv!();
    println!("{line}");
}

fn main() {}
