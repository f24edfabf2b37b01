use coroutine_runtime::{consumer, recv};

#[consumer(u8, reply = u8)]
fn bytes(first: Option<u8>) {
    loop {
        match first {
            Some(byte) if byte > 3 || { break } => recv!(byte),
            _ => recv!(0),
        };
    }
}

// Instead:
#[consumer(u8, reply = u8)]
fn right(first: Option<u8>) {
    loop {
        match first {
            Some(byte) if byte > 3 => recv!(byte),
            Some(_) => break,
            _ => recv!(0),
        };
    }
}

fn main() {}
