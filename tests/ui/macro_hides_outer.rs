use coroutine_runtime::{consumer, recv};

macro_rules! shift {
    ($x:expr) => {
        $x + 100
    };
}

#[consumer(u8)]
fn bytes() -> u8 {
    let first = recv!();
    let first = shift!(first);
    macro_rules! shift {
        ($x:expr) => {
            $x + 1
        };
    }
    let second = recv!();
    first + shift!(second)
}

fn main() {}
