//! A decoder of frames from a serial line, for a microcontroller: no standard library, no allocator.
//!
//! A frame is `START`, its length, as many bytes, and their checksum. Behind the `START` a byte that would be one, or an
//! `ESCAPE`, is sent as `ESCAPE` and the byte with a bit flipped.
#![no_std]
#![deny(warnings)]
#![deny(clippy::pedantic, missing_docs)]
#![forbid(unsafe_code)]

mod checksum;
mod port;

pub use crate::checksum::{Checksum, Crc8, Sum};
pub use crate::port::{Counts, Port};

use coroutine_runtime::{Unprimed, consumer, delegate, on_close, recv};

/// Starts a frame.
pub const START: u8 = 0x7e;
/// Is before a byte that has its bit `FLIP` flipped.
pub const ESCAPE: u8 = 0x7d;
const FLIP: u8 = 0x20;

/// Why a frame is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// It is longer than the buffer.
    TooLong(u8),
    /// What the checksum should have been.
    Checksum(u8),
}

/// The bytes of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

impl<const N: usize> Frame<N> {
    /// As many as there are.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

/// One byte, which may take two.
#[consumer(u8, name = Escaped)]
#[must_use]
pub fn escaped() -> u8 {
    let byte = recv!();
    if byte == ESCAPE { recv!() ^ FLIP } else { byte }
}

/// What is behind the `START`.
///
/// # Errors
///
/// It completes with one if the frame does not fit, or is not what was sent.
#[consumer(u8, name = Framed)]
pub fn framed<C: Checksum, const N: usize>() -> Result<Frame<N>, Error> {
    let given: Unprimed<Escaped> = escaped();
    let length: u8 = delegate!(given);
    let mut frame: Frame<N> = Frame { bytes: [0; N], length: 0 };
    if usize::from(length) > N {
        return Err(Error::TooLong(length));
    }
    let mut checksum: C = C::default();
    while frame.length < usize::from(length) {
        let given: Unprimed<Escaped> = escaped();
        let byte: u8 = delegate!(given);
        checksum.add(byte);
        frame.bytes[frame.length] = byte;
        frame.length += 1;
    }
    let given: Unprimed<Escaped> = escaped();
    if delegate!(given) == checksum.value() {
        Ok(frame)
    } else {
        Err(Error::Checksum(checksum.value()))
    }
}

/// Passes on each frame that is whole, and counts the others; closing it gives the counts.
#[consumer(u8, name = Decoder, batch)]
pub fn decoder<C: Checksum, S: FnMut(&[u8]), const N: usize>(mut sink: S) -> Counts {
    let mut counts: Counts = Counts::default();
    loop {
        while recv!() != START {
            counts.skipped += 1;
        }
        let frame: Unprimed<Framed<C, N>> = framed::<C, N>();
        match delegate!(frame) {
            Ok(frame) => {
                counts.good += 1;
                sink(frame.bytes());
            }
            Err(error) => counts.last = Some(error),
        }
    }
    on_close! { counts }
}
