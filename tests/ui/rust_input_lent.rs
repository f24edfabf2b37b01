use coroutine_runtime::{consumer, recv};

#[consumer(&str)]
fn iterator() {
    let line = recv!();
    let words = line.split(' ');
    recv!();
    println!("{}", words.count());
}

#[consumer(&str)]
fn list() {
    loop {
        let parts: Vec<&str> = recv!().split(' ').collect();
        recv!();
        println!("{}", parts.len());
    }
}

fn main() {}
