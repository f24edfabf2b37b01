use coroutine_runtime::{consumer, recv};
use std::fmt::Write as _;

#[consumer(u8)]
fn written() {
    let text = String::new();
    loop {
        recv!();
        write!(text, "x").unwrap();
    }
}

#[consumer(u8)]
fn matched() {
    let option = Some(1u8);
    loop {
        recv!();
        if let Some(ref mut x) = option {
            *x += 1;
        }
    }
}

#[consumer(u8)]
fn called() {
    let count = {
        let mut n = 0u8;
        move || {
            n += 1;
            n
        }
    };
    loop {
        println!("{} {}", recv!(), count());
    }
}

#[consumer(u8)]
fn counted() {
    for i in 0..3u8 {
        recv!();
        i += 1;
        println!("{i}");
    }
}

fn main() {}
