//! What a value may take up.

/// What one value may take up at most. What is larger is an [`Error`](crate::Error) as soon as its length is known.
///
/// ```
/// use resp_push::{Decoder, ErrorKind, Limits};
///
/// let mut decoder = Decoder::with_limits(Limits { bytes: 1024, ..Limits::default() });
/// let error = decoder.push(&mut &b"$1025\r\n"[..]).unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::TooLong);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limits {
    /// The bytes of one string, or of one line.
    pub bytes: usize,
    /// The items of one array, or the entries of one map.
    pub items: usize,
    /// How many arrays and maps may lie in one another.
    ///
    /// Each of those that a byte lies in takes some of the stack while it is taken: about a kilobyte, and far more without
    /// optimisation.
    pub depth: usize,
}

/// Those of Redis, but for the depth, which has none there: strings of 512 MiB, arrays of a million items, 32 in one another.
impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 512 << 20, items: 1 << 20, depth: 32 }
    }
}
