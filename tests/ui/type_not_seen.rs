use coroutine_runtime::{consumer, delegate, recv};

fn compute() -> Vec<u8> {
    Vec::new()
}

#[consumer(u8, name = Locals)]
fn locals() -> usize {
    let found = compute();
    let mut empty = Vec::new();
    empty.push(recv!());
    found.len() + empty.len()
}

#[consumer(u8, name = Loop)]
fn over_items() -> u8 {
    let mut sum = 0u8;
    for byte in compute() {
        sum += byte + recv!();
    }
    sum
}

#[consumer(u8, name = Operand)]
fn operand() -> (Vec<u8>, u8) {
    (compute(), recv!())
}

#[consumer(u8, name = Lifetime)]
fn lifetime(one: &str, other: &str) -> usize {
    let text: &str = one;
    text.len() + other.len() + usize::from(recv!())
}

struct Holds {
    locals: coroutine_runtime::Primed<Locals>,
}

fn caller() {
    let mut holds = Holds { locals: locals().prime() };
    holds.locals.send(1);
}

#[consumer(u8, name = Number)]
fn number() -> u8 {
    recv!()
}

#[consumer(u8, name = Outer)]
fn delegates() -> u8 {
    delegate!(number()) + delegate!(number())
}

fn takes(number: u64, byte: u8) -> u64 {
    number + u64::from(byte)
}

#[consumer(u8, name = Signed)]
fn tied() -> u64 {
    let sign = if recv!() == b'-' { 7 } else { 1 };
    takes(sign, recv!())
}

// Instead:
#[consumer(u8, name = Right)]
fn right() -> usize {
    let found: Vec<u8> = compute();
    let mut empty: Vec<u8> = Vec::new();
    empty.push(recv!());
    found.len() + empty.len()
}

fn main() {}
