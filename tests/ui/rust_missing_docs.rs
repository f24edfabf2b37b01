//! The picture of its states does not make a function documented.
#![deny(missing_docs)]

use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
pub fn undocumented() {
    recv!();
}

fn main() {}
