use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn missing_type() {
    let list = Vec::new();
    recv!();
    println!("{}", list.len());
}

#[consumer(u8)]
fn mismatch() -> String {
    let number = 3;
    recv!();
    number
}

#[consumer(u8)]
fn unknown_name() {
    recv!();
    println!("{nothing}");
    nothing.len();
}

#[consumer(u8)]
fn uninitialized() {
    let x: u8;
    if recv!() > 3 {
        x = 1;
    }
    println!("{x}");
}

#[consumer(u8)]
fn immutable() {
    let x = recv!();
    recv!();
    x += 1;
}

fn main() {}
