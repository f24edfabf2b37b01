//! The parser: four functions that read as if they blocked, each an enum that waits for a byte.

use alloc::boxed::Box;
use alloc::vec::Vec;

use coroutine_runtime::{Primed, consumer, delegate, on_close, recv};

use crate::{ErrorKind, Limits, Value};

/// What is set aside before anything has come: a length is a promise only.
const AT_FIRST: usize = 1024;

#[consumer]
impl Limits {
    /// One value, from its first byte to its last. Closed before that, it says that the input ends too early.
    #[consumer(u8, name = ValueParser, batch, derive(Clone, Debug))]
    pub(crate) fn value(self, depth: usize) -> Result<Value, ErrorKind> {
        on_close! { Err(ErrorKind::UnexpectedEnd) }
        let kind = recv!();
        match kind {
            b'+' | b'-' => {
                let inner: Primed<LineParser> = line(self.bytes).prime();
                let line = delegate!(inner)?;
                Ok(if kind == b'+' { Value::Text(line) } else { Value::Error(line) })
            }
            b'_' => {
                let inner: Primed<LineEndParser> = line_end().prime();
                delegate!(inner)?;
                Ok(Value::Null)
            }
            b'#' => {
                let truth = match recv!() {
                    b't' => true,
                    b'f' => false,
                    other => return Err(ErrorKind::NotABoolean(other)),
                };
                let inner: Primed<LineEndParser> = line_end().prime();
                delegate!(inner)?;
                Ok(Value::Boolean(truth))
            }
            b':' => {
                let inner: Primed<IntegerParser> = integer().prime();
                Ok(Value::Integer(delegate!(inner)?))
            }
            b'$' | b'*' | b'%' => {
                let inner: Primed<IntegerParser> = integer().prime();
                let number = delegate!(inner)?;
                let limit = if kind == b'$' { self.bytes } else { self.items };
                let Some(length): Option<usize> = length(number, limit)? else {
                    return Ok(Value::Null);
                };
                let at_first = length.min(AT_FIRST);
                if kind == b'$' {
                    let mut bytes: Vec<u8> = Vec::with_capacity(at_first);
                    for _ in 0..length {
                        bytes.push(recv!());
                    }
                    let inner: Primed<LineEndParser> = line_end().prime();
                    delegate!(inner)?;
                    return Ok(Value::Bytes(bytes));
                }
                if depth == self.depth {
                    return Err(ErrorKind::TooDeep);
                }
                if kind == b'*' {
                    let mut items: Vec<Value> = Vec::with_capacity(at_first);
                    for _ in 0..length {
                        let item: Boxed = self.boxed(depth + 1);
                        items.push(delegate!(item)?);
                    }
                    return Ok(Value::Array(items));
                }
                let mut entries: Vec<(Value, Value)> = Vec::with_capacity(at_first);
                for _ in 0..length {
                    let key: Boxed = self.boxed(depth + 1);
                    let key: Value = delegate!(key)?;
                    let value: Boxed = self.boxed(depth + 1);
                    entries.push((key, delegate!(value)?));
                }
                Ok(Value::Map(entries))
            }
            other => Err(ErrorKind::UnknownType(other)),
        }
    }

    fn boxed(self, depth: usize) -> Boxed {
        Box::new(self.value(depth).prime())
    }
}

/// A value that lies in another: its parser would otherwise hold itself.
type Boxed = Box<Primed<ValueParser>>;

/// `OK\r\n`
#[consumer(u8, name = LineParser, batch, derive(Clone, Debug))]
fn line(limit: usize) -> Result<Vec<u8>, ErrorKind> {
    let mut line: Vec<u8> = Vec::new();
    loop {
        match recv!() {
            b'\r' => break,
            b'\n' => return Err(ErrorKind::NoLineEnd(b'\n')),
            _ if line.len() == limit => return Err(ErrorKind::TooLong),
            byte => line.push(byte),
        }
    }
    match recv!() {
        b'\n' => Ok(line),
        other => Err(ErrorKind::NoLineEnd(other)),
    }
}

/// `-17\r\n`
#[consumer(u8, name = IntegerParser, batch, derive(Clone, Debug))]
fn integer() -> Result<i64, ErrorKind> {
    let mut byte = recv!();
    let sign: i64 = if byte == b'-' { -1 } else { 1 };
    if matches!(byte, b'-' | b'+') {
        byte = recv!();
    }
    let mut number: i64 = 0;
    loop {
        number = with_digit(number, sign, byte)?;
        byte = recv!();
        if byte == b'\r' {
            break;
        }
    }
    match recv!() {
        b'\n' => Ok(number),
        other => Err(ErrorKind::NoLineEnd(other)),
    }
}

/// `\r\n`
#[consumer(u8, name = LineEndParser, batch, derive(Clone, Debug))]
fn line_end() -> Result<(), ErrorKind> {
    for expected in *b"\r\n" {
        let byte = recv!();
        if byte != expected {
            return Err(ErrorKind::NoLineEnd(byte));
        }
    }
    Ok(())
}

/// The number with one more digit, towards that side of zero.
fn with_digit(number: i64, sign: i64, digit: u8) -> Result<i64, ErrorKind> {
    if !digit.is_ascii_digit() {
        return Err(ErrorKind::NotADigit(digit));
    }
    let digit = sign * i64::from(digit - b'0');
    number.checked_mul(10).and_then(|number| number.checked_add(digit)).ok_or(ErrorKind::TooLarge)
}

/// `None` is a null.
fn length(number: i64, limit: usize) -> Result<Option<usize>, ErrorKind> {
    if number == -1 {
        return Ok(None);
    }
    let length = u64::try_from(number).map_err(|_| ErrorKind::NegativeLength)?;
    match usize::try_from(length) {
        Ok(length) if length <= limit => Ok(Some(length)),
        _ => Err(ErrorKind::TooLong),
    }
}
