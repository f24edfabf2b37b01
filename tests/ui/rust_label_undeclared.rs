use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    'outer: loop {
        if recv!() > 3 {
            continue 'inner;
        }
        break 'outer;
    }
}

// Instead:
#[consumer(u8)]
fn right() {
    'outer: loop {
        if recv!() > 3 {
            continue 'outer;
        }
        break 'outer;
    }
}

fn main() {}
