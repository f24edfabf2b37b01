use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    if recv!() > 3 {
        break;
    }
    'outer: loop {
        if recv!() > 3 {
            continue 'inner;
        }
    }
}

// Instead:
#[consumer(u8)]
fn right() {
    if recv!() > 3 {
        return;
    }
    'outer: loop {
        if recv!() > 3 {
            continue 'outer;
        }
    }
}

fn main() {}
