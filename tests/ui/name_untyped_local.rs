use coroutine_runtime::{consumer, recv};

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

fn main() {
    let mut holds = Holds { locals: locals().prime() };
    holds.locals.send(1);
}
