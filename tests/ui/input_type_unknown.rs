use coroutine_runtime::{consumer, recv};

#[consumer]
fn lines() {
    let line = recv!();
    println!("{line}");
}

fn caller() {
    // Whatever it takes: this line has no error.
    lines().prime().send("a");
}

// Instead:
#[consumer(&str)]
fn in_the_attribute() {
    let line = recv!();
    println!("{line}");
}

#[consumer]
fn in_the_body() {
    let line: u8 = recv!();
    println!("{line}");
}

fn main() {}
