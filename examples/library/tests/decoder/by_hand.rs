//! The same machine as its author would have written it: what a value waits for in an enum, and those it lies in on a stack.

use crate::recursive::Failure;
use resp_push::{ErrorKind, Limits, Value};

enum State {
    Kind,
    Line { kind: u8, line: Vec<u8> },
    LineFeed { kind: u8, line: Vec<u8> },
    Sign { kind: u8 },
    Digit { kind: u8, sign: i64 },
    Number { kind: u8, sign: i64, number: i64 },
    NumberEnd { kind: u8, number: i64 },
    Truth,
    Content { length: usize, bytes: Vec<u8> },
    Return { value: Value },
    Feed { value: Value },
}

enum Open {
    Array { length: usize, items: Vec<Value> },
    Map { length: usize, key: Option<Value>, entries: Vec<(Value, Value)> },
}

struct Machine {
    limits: Limits,
    state: State,
    stack: Vec<Open>,
}

/// The values of an input, fed byte by byte.
pub(crate) fn by_hand(input: &[u8], limits: Limits) -> (Vec<Value>, Result<(), Failure>) {
    let mut machine = Machine { limits, state: State::Kind, stack: Vec::new() };
    let mut values = Vec::new();
    for (at, byte) in input.iter().enumerate() {
        match machine.send(*byte) {
            Ok(value) => values.extend(value),
            Err(kind) => return (values, Err((kind, at))),
        }
    }
    let begun = !matches!(machine.state, State::Kind) || !machine.stack.is_empty();
    (values, if begun { Err((ErrorKind::UnexpectedEnd, input.len())) } else { Ok(()) })
}

impl Machine {
    fn send(&mut self, byte: u8) -> Result<Option<Value>, ErrorKind> {
        self.state = match std::mem::replace(&mut self.state, State::Kind) {
            State::Kind => match byte {
                b'+' | b'-' => State::Line { kind: byte, line: Vec::new() },
                b':' | b'$' | b'*' | b'%' => State::Sign { kind: byte },
                b'_' => State::Return { value: Value::Null },
                b'#' => State::Truth,
                other => return Err(ErrorKind::UnknownType(other)),
            },
            State::Line { kind, mut line } => match byte {
                b'\r' => State::LineFeed { kind, line },
                b'\n' => return Err(ErrorKind::NoLineEnd(b'\n')),
                _ if line.len() == self.limits.bytes => return Err(ErrorKind::TooLong),
                byte => {
                    line.push(byte);
                    State::Line { kind, line }
                }
            },
            State::LineFeed { kind, line } => {
                let value = if kind == b'+' { Value::Text(line) } else { Value::Error(line) };
                return self.line_feed(byte, value);
            }
            State::Sign { kind } => match byte {
                b'-' => State::Digit { kind, sign: -1 },
                b'+' => State::Digit { kind, sign: 1 },
                byte => State::Number { kind, sign: 1, number: with_digit(0, 1, byte)? },
            },
            State::Digit { kind, sign } => {
                State::Number { kind, sign, number: with_digit(0, sign, byte)? }
            }
            State::Number { kind, number, .. } if byte == b'\r' => {
                State::NumberEnd { kind, number }
            }
            State::Number { kind, sign, number } => {
                State::Number { kind, sign, number: with_digit(number, sign, byte)? }
            }
            State::NumberEnd { kind, number } => {
                if byte != b'\n' {
                    return Err(ErrorKind::NoLineEnd(byte));
                }
                return self.number(kind, number);
            }
            State::Truth => match byte {
                b't' | b'f' => State::Return { value: Value::Boolean(byte == b't') },
                other => return Err(ErrorKind::NotABoolean(other)),
            },
            State::Content { length, mut bytes } if bytes.len() < length => {
                bytes.push(byte);
                State::Content { length, bytes }
            }
            State::Content { bytes, .. } => carriage_return(byte, Value::Bytes(bytes))?,
            State::Return { value } => carriage_return(byte, value)?,
            State::Feed { value } => return self.line_feed(byte, value),
        };
        Ok(None)
    }

    fn line_feed(&mut self, byte: u8, value: Value) -> Result<Option<Value>, ErrorKind> {
        if byte == b'\n' { Ok(self.complete(value)) } else { Err(ErrorKind::NoLineEnd(byte)) }
    }

    fn number(&mut self, kind: u8, number: i64) -> Result<Option<Value>, ErrorKind> {
        if kind == b':' {
            return Ok(self.complete(Value::Integer(number)));
        }
        if number == -1 {
            return Ok(self.complete(Value::Null));
        }
        let limit = if kind == b'$' { self.limits.bytes } else { self.limits.items };
        let length = u64::try_from(number).map_err(|_| ErrorKind::NegativeLength)?;
        let length = usize::try_from(length).ok().filter(|length| *length <= limit);
        let length = length.ok_or(ErrorKind::TooLong)?;
        if kind == b'$' {
            self.state = State::Content { length, bytes: Vec::new() };
            return Ok(None);
        }
        if self.stack.len() == self.limits.depth {
            return Err(ErrorKind::TooDeep);
        }
        let open = if kind == b'*' {
            Open::Array { length, items: Vec::new() }
        } else {
            Open::Map { length, key: None, entries: Vec::new() }
        };
        if length == 0 {
            return Ok(self.complete(open.close()));
        }
        self.stack.push(open);
        Ok(None)
    }

    /// Hands a value to what it lies in, which may end there, and so on.
    fn complete(&mut self, mut value: Value) -> Option<Value> {
        while let Some(mut open) = self.stack.pop() {
            let ends = match &mut open {
                Open::Array { length, items } => {
                    items.push(value);
                    items.len() == *length
                }
                Open::Map { length, key, entries } => match key.take() {
                    None => {
                        *key = Some(value);
                        false
                    }
                    Some(key) => {
                        entries.push((key, value));
                        entries.len() == *length
                    }
                },
            };
            if !ends {
                self.stack.push(open);
                return None;
            }
            value = open.close();
        }
        Some(value)
    }
}

impl Open {
    fn close(self) -> Value {
        match self {
            Open::Array { items, .. } => Value::Array(items),
            Open::Map { entries, .. } => Value::Map(entries),
        }
    }
}

fn carriage_return(byte: u8, value: Value) -> Result<State, ErrorKind> {
    if byte == b'\r' { Ok(State::Feed { value }) } else { Err(ErrorKind::NoLineEnd(byte)) }
}

fn with_digit(number: i64, sign: i64, digit: u8) -> Result<i64, ErrorKind> {
    if !digit.is_ascii_digit() {
        return Err(ErrorKind::NotADigit(digit));
    }
    let digit = sign * i64::from(digit - b'0');
    let number = number.checked_mul(10).and_then(|number| number.checked_add(digit));
    number.ok_or(ErrorKind::TooLarge)
}
