//! All values of one piece of input.

use core::iter::FusedIterator;

use crate::{Decoder, Error, Value};

/// The values of one piece of input: what [`Decoder::values`] gives.
///
/// It ends where the bytes do, and behind an error.
#[derive(Debug)]
#[must_use = "an iterator takes nothing until it is asked for values"]
pub struct Values<'d, 'b> {
    decoder: &'d mut Decoder,
    bytes: &'d mut &'b [u8],
    failed: bool,
}

impl<'d, 'b> Values<'d, 'b> {
    pub(crate) fn new(decoder: &'d mut Decoder, bytes: &'d mut &'b [u8]) -> Self {
        Self { decoder, bytes, failed: false }
    }
}

impl Iterator for Values<'_, '_> {
    type Item = Result<Value, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let item = self.decoder.push(self.bytes).transpose();
        self.failed = matches!(item, Some(Err(_)));
        item
    }
}

impl FusedIterator for Values<'_, '_> {}
