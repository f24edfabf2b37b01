//! What is wrong with an input, and where.

use core::fmt;

/// What is wrong with an input, and at which of its bytes.
///
/// ```
/// let error = resp_push::Decoder::new().push(&mut &b":1x\r\n"[..]).unwrap_err();
/// assert_eq!(error.offset(), 2);
/// assert_eq!(error.to_string(), "byte 2: expected a digit, found `x`");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Error {
    pub(crate) kind: ErrorKind,
    pub(crate) offset: u64,
}

impl Error {
    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The byte that is wrong, counted from the first that the decoder was given; of an input that ends too early, its length.
    #[must_use]
    pub fn offset(&self) -> u64 {
        self.offset
    }
}

/// What may be wrong with an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// No value begins with this byte.
    UnknownType(u8),
    /// Not a digit where a number has one.
    NotADigit(u8),
    /// A number beyond 64 bits.
    TooLarge,
    /// A length below zero that is not the -1 of a null.
    NegativeLength,
    /// Neither `t` nor `f`.
    NotABoolean(u8),
    /// Something else than the end of a line, `\r\n`.
    NoLineEnd(u8),
    /// More than [`Limits`](crate::Limits) allows for bytes or items.
    TooLong,
    /// Deeper than [`Limits`](crate::Limits) allows.
    TooDeep,
    /// The input ended within a value.
    UnexpectedEnd,
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (expected, found) = match self {
            Self::UnknownType(byte) => ("the first byte of a value", byte),
            Self::NotADigit(byte) => ("a digit", byte),
            Self::NotABoolean(byte) => ("`t` or `f`", byte),
            Self::NoLineEnd(byte) => ("the end of the line", byte),
            Self::TooLarge => return f.write_str("the number has more than 64 bits"),
            Self::NegativeLength => return f.write_str("the length is negative"),
            Self::TooLong => return f.write_str("longer than the limit"),
            Self::TooDeep => return f.write_str("deeper than the limit"),
            Self::UnexpectedEnd => return f.write_str("the input ends within a value"),
        };
        write!(f, "expected {expected}, found `{}`", found.escape_ascii())
    }
}

/// Where, and then what.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "byte {}: {}", self.offset, self.kind)
    }
}

impl core::error::Error for Error {}
