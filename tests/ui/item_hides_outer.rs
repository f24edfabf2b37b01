use coroutine_runtime::{consumer, recv};

fn scale(x: u8) -> u8 {
    x * 10
}

#[consumer(u8)]
fn bytes() -> u8 {
    let first = scale(recv!());
    let second = {
        fn scale(x: u8) -> u8 {
            x + 1
        }
        let byte = recv!();
        scale(byte)
    };
    first + second
}

fn main() {}
