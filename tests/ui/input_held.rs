use coroutine_runtime::{consumer, recv};

#[consumer(&str)]
fn lines() {
    let first = recv!();
    let second = recv!();
    println!("{first} {second}");
}

// Instead:
#[consumer(&str)]
fn with_a_copy() {
    let first = recv!().to_owned();
    let second = recv!();
    println!("{first} {second}");
}

#[consumer(&'text str)]
fn of_one_text<'text>() {
    let first = recv!();
    let second = recv!();
    println!("{first} {second}");
}

fn main() {}
