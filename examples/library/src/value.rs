//! What an input is made of.

use alloc::vec::Vec;
use core::fmt;

/// One value. Text is bytes, as it is in RESP: nothing says in which encoding.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value {
    /// `+OK\r\n`: a line.
    Text(Vec<u8>),
    /// `-ERR unknown command\r\n`: a line that tells of an error.
    Error(Vec<u8>),
    /// `:-17\r\n`
    Integer(i64),
    /// `$5\r\nhello\r\n`: any bytes.
    Bytes(Vec<u8>),
    /// `_\r\n`, and what was used before there was that: `$-1\r\n` and `*-1\r\n`.
    Null,
    /// `#t\r\n`
    Boolean(bool),
    /// `*2\r\n:1\r\n:2\r\n`
    Array(Vec<Value>),
    /// `%1\r\n+key\r\n:1\r\n`: keys and their values as they came, which may repeat.
    Map(Vec<(Value, Value)>),
}

/// On one line: `["SET", "key", {name: 12}]`. Bytes are in quotes, and what is not printable is escaped.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(line) => write!(f, "{}", line.escape_ascii()),
            Self::Error(line) => write!(f, "(error) {}", line.escape_ascii()),
            Self::Integer(number) => number.fmt(f),
            Self::Bytes(bytes) => write!(f, "\"{}\"", bytes.escape_ascii()),
            Self::Null => f.write_str("null"),
            Self::Boolean(truth) => truth.fmt(f),
            Self::Array(items) => {
                f.write_str("[")?;
                for (at, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if at == 0 { "" } else { ", " })?;
                }
                f.write_str("]")
            }
            Self::Map(entries) => {
                f.write_str("{")?;
                for (at, (key, value)) in entries.iter().enumerate() {
                    write!(f, "{}{key}: {value}", if at == 0 { "" } else { ", " })?;
                }
                f.write_str("}")
            }
        }
    }
}
