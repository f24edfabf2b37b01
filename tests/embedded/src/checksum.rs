//! What a frame ends with.

/// Of bytes that come one by one.
pub trait Checksum: Default {
    /// Takes one more.
    fn add(&mut self, byte: u8);
    /// Of all so far.
    fn value(&self) -> u8;
}

/// Their sum.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sum(u8);

impl Checksum for Sum {
    fn add(&mut self, byte: u8) {
        self.0 = self.0.wrapping_add(byte);
    }
    fn value(&self) -> u8 {
        self.0
    }
}

/// The remainder of a division by `x⁸ + x² + x + 1`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Crc8(u8);

impl Checksum for Crc8 {
    fn add(&mut self, byte: u8) {
        self.0 ^= byte;
        for _ in 0..8 {
            let carry = if self.0 & 0x80 == 0 { 0 } else { 0x07 };
            self.0 = self.0 << 1 ^ carry;
        }
    }
    fn value(&self) -> u8 {
        self.0
    }
}
