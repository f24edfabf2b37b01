use coroutine_runtime::{consumer, recv};

fn scale(x: u8) -> u8 {
    x * 10
}

macro_rules! shift {
    ($x:expr) => {
        $x + 100
    };
}

#[consumer(u8)]
fn bytes() -> u8 {
    let first = scale(recv!());
    let first = shift!(first);
    let second = {
        fn scale(x: u8) -> u8 {
            x + 1
        }
        macro_rules! shift {
            ($x:expr) => {
                $x + 1
            };
        }
        let byte = recv!();
        shift!(scale(byte))
    };
    first + second
}

#[consumer(u8)]
fn limits() {
    if recv!() == 1 {
        const LIMIT: u8 = 1;
        if recv!() > LIMIT {
            return;
        }
    } else {
        const LIMIT: u8 = 2;
        if recv!() > LIMIT {
            return;
        }
    }
}

// Instead:
#[consumer(u8)]
fn right() -> u8 {
    let first = scale(recv!());
    let second = {
        fn next(x: u8) -> u8 {
            x + 1
        }
        let byte = recv!();
        next(byte)
    };
    first + second
}

fn main() {}
