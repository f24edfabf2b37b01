use coroutine_runtime::{consumer, recv};

#[consumer(&str)]
fn iterator() {
    let line = recv!();
    let words = line.split(' ');
    recv!();
    println!("{}", words.count());
}

struct Header<'a> {
    name: &'a str,
}

impl<'a> Header<'a> {
    fn parse(line: &'a str) -> Self {
        Header { name: line.trim() }
    }
}

// It may have a drop.
#[consumer(&str)]
fn of_another_type() {
    let header = Header::parse(recv!());
    println!("{}", header.name);
    recv!();
}

#[consumer(&str)]
fn in_a_block() {
    {
        let header = Header::parse(recv!());
        println!("{}", header.name);
    }
    recv!();
}

fn main() {}
