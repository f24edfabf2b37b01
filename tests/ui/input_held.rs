use coroutine_runtime::{consumer, recv};

#[consumer(&str)]
fn lines() {
    let first = recv!();
    let second = recv!();
    println!("{first} {second}");
}

#[consumer(&str)]
fn longest() {
    let mut longest = "";
    loop {
        let line = recv!();
        if line.len() > longest.len() {
            longest = line;
        }
    }
}

#[consumer(&str)]
fn all() {
    let mut lines = Vec::new();
    loop {
        let line = recv!();
        lines.push(line);
    }
}

#[consumer(&str)]
fn words() -> usize {
    let mut count = 0;
    for word in recv!().split(' ') {
        count += usize::from(recv!() == word);
    }
    count
}

#[consumer(&[u8])]
fn halves() -> usize {
    let (left, right) = recv!().split_at(3);
    recv!();
    left.len() + right.len()
}

#[consumer(&[u8])]
fn last_of_all() {
    let mut last = None;
    loop {
        let bytes = recv!();
        if let Some(byte) = last {
            println!("{byte}");
        }
        last = bytes.first();
    }
}

#[consumer(&str)]
fn fields() {
    let fields = recv!().split(',').collect::<Vec<_>>();
    recv!();
    println!("{}", fields.len());
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
