use coroutine_runtime::{consumer, recv};

#[consumer(impl AsRef<str>)]
fn lines() {
    let line = recv!();
    drop(line);
}

// Instead:
#[consumer(Line)]
fn right<Line: AsRef<str>>() {
    let line = recv!();
    println!("{}", line.as_ref());
}

fn main() {}
