use coroutine_runtime::{consumer, recv};

macro_rules! show {
    ($x:expr) => {
        println!("{}", $x)
    };
}

#[consumer(u8)]
fn bytes() {
    let byte = recv!();
    {
        let byte = byte + recv!();
        recv!();
        show!(byte);
    }
    recv!();
    show!(byte);
}

// Instead:
#[consumer(u8)]
fn right() {
    let byte = recv!();
    {
        let sum = byte + recv!();
        recv!();
        show!(sum);
    }
    recv!();
    show!(byte);
}

fn main() {}
