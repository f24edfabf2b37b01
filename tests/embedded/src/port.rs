//! A decoder in a struct, as an interrupt handler keeps it.

use crate::{Checksum, Decoder, Error, decoder};
use coroutine_runtime::Primed;

/// What has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Whole frames.
    pub good: u32,
    /// Bytes between frames.
    pub skipped: u32,
    /// Why a frame was dropped the last time.
    pub last: Option<Error>,
}

/// A serial line.
#[derive(Debug)]
pub struct Port<C: Checksum, S: FnMut(&[u8]), const N: usize> {
    decoder: Primed<Decoder<C, S, N>>,
}

impl<C: Checksum, S: FnMut(&[u8]), const N: usize> Port<C, S, N> {
    /// Passes frames on to the sink.
    pub fn new(sink: S) -> Self {
        Port { decoder: decoder(sink).prime() }
    }
    /// Takes one byte.
    pub fn receive(&mut self, byte: u8) {
        self.decoder.send(byte);
    }
    /// Takes all that a buffer of the device has.
    pub fn receive_all(&mut self, bytes: &[u8]) {
        let _ = self.decoder.feed(bytes);
    }
    /// What it waits for.
    #[must_use]
    pub fn state(&self) -> &'static str {
        self.decoder.state()
    }
    /// Ends it.
    #[must_use]
    pub fn close(self) -> Counts {
        self.decoder.close().unwrap_or_default()
    }
}
