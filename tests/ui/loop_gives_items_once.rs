use coroutine_runtime::{consumer, recv};

use std::sync::mpsc::Receiver;

#[consumer(u8)]
fn bytes(channel: Receiver<u8>) {
    for expected in &channel {
        if recv!() != expected {
            return;
        }
    }
}

// Instead:
#[consumer(u8)]
fn right(channel: Receiver<u8>) {
    for expected in channel {
        if recv!() != expected {
            return;
        }
    }
}

fn main() {}
