//! Data that looks random, and is the same in every run.

/// The generator `SplitMix64`.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub(crate) fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }

    /// True once in so many times.
    pub(crate) fn one_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    pub(crate) fn bytes(&mut self, count: u64) -> impl Iterator<Item = u8> {
        (0..count).map(|_| self.byte())
    }
}

/// At least so many inputs, made piece by piece and cut to length.
pub(crate) fn collect<T>(length: usize, mut piece: impl FnMut(&mut Random, &mut Vec<T>)) -> Vec<T> {
    let mut data = Vec::with_capacity(length);
    let mut random = Random(12345);
    while data.len() < length {
        piece(&mut random, &mut data);
    }
    data.truncate(length);
    data
}
