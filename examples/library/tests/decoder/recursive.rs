//! The obvious parser of an input that is all there.

use resp_push::{ErrorKind, Limits, Value};

/// What is wrong, and how many bytes there are up to it.
pub(crate) type Failure = (ErrorKind, usize);

pub(crate) struct Parser<'i> {
    input: &'i [u8],
    at: usize,
    limits: Limits,
}

/// The values of an input, and what is wrong behind them.
pub(crate) fn parse(input: &[u8], limits: Limits) -> (Vec<Value>, Result<(), Failure>) {
    let mut parser = Parser { input, at: 0, limits };
    let mut values = Vec::new();
    while parser.at < input.len() {
        match parser.value(0) {
            Ok(value) => values.push(value),
            Err(failure) => return (values, Err(failure)),
        }
    }
    (values, Ok(()))
}

impl Parser<'_> {
    fn byte(&mut self) -> Result<u8, Failure> {
        let byte = self.input.get(self.at).copied();
        let byte = byte.ok_or((ErrorKind::UnexpectedEnd, self.at))?;
        self.at += 1;
        Ok(byte)
    }

    /// At the byte before.
    fn fail<T>(&self, kind: ErrorKind) -> Result<T, Failure> {
        Err((kind, self.at - 1))
    }

    fn value(&mut self, depth: usize) -> Result<Value, Failure> {
        let kind = self.byte()?;
        Ok(match kind {
            b'+' => Value::Text(self.line()?),
            b'-' => Value::Error(self.line()?),
            b':' => Value::Integer(self.integer()?),
            b'_' => {
                self.line_end()?;
                Value::Null
            }
            b'#' => {
                let truth = self.byte()?;
                if truth != b't' && truth != b'f' {
                    return self.fail(ErrorKind::NotABoolean(truth));
                }
                self.line_end()?;
                Value::Boolean(truth == b't')
            }
            b'$' => {
                let Some(length) = self.length(self.limits.bytes)? else { return Ok(Value::Null) };
                let bytes = (0..length).map(|_| self.byte()).collect::<Result<_, _>>()?;
                self.line_end()?;
                Value::Bytes(bytes)
            }
            b'*' | b'%' => {
                let Some(length) = self.length(self.limits.items)? else { return Ok(Value::Null) };
                if depth == self.limits.depth {
                    return self.fail(ErrorKind::TooDeep);
                }
                if kind == b'*' {
                    let items = (0..length).map(|_| self.value(depth + 1));
                    return Ok(Value::Array(items.collect::<Result<_, _>>()?));
                }
                let entries =
                    (0..length).map(|_| Ok((self.value(depth + 1)?, self.value(depth + 1)?)));
                Value::Map(entries.collect::<Result<_, Failure>>()?)
            }
            other => return self.fail(ErrorKind::UnknownType(other)),
        })
    }

    fn line(&mut self) -> Result<Vec<u8>, Failure> {
        let mut line = Vec::new();
        loop {
            match self.byte()? {
                b'\r' => break,
                b'\n' => return self.fail(ErrorKind::NoLineEnd(b'\n')),
                _ if line.len() == self.limits.bytes => return self.fail(ErrorKind::TooLong),
                byte => line.push(byte),
            }
        }
        self.expect(b'\n')?;
        Ok(line)
    }

    fn expect(&mut self, expected: u8) -> Result<(), Failure> {
        let byte = self.byte()?;
        if byte == expected { Ok(()) } else { self.fail(ErrorKind::NoLineEnd(byte)) }
    }

    fn line_end(&mut self) -> Result<(), Failure> {
        self.expect(b'\r')?;
        self.expect(b'\n')
    }

    fn integer(&mut self) -> Result<i64, Failure> {
        let mut digits = String::new();
        let mut byte = self.byte()?;
        if byte == b'-' || byte == b'+' {
            digits.push(char::from(byte));
            byte = self.byte()?;
        }
        loop {
            if !byte.is_ascii_digit() {
                return self.fail(ErrorKind::NotADigit(byte));
            }
            digits.push(char::from(byte));
            if digits.parse::<i64>().is_err() {
                return self.fail(ErrorKind::TooLarge);
            }
            byte = self.byte()?;
            if byte == b'\r' {
                self.expect(b'\n')?;
                return Ok(digits.parse().expect("it was a number before"));
            }
        }
    }

    fn length(&mut self, limit: usize) -> Result<Option<usize>, Failure> {
        match self.integer()? {
            -1 => Ok(None),
            negative if negative < 0 => self.fail(ErrorKind::NegativeLength),
            length => match usize::try_from(length) {
                Ok(length) if length <= limit => Ok(Some(length)),
                _ => self.fail(ErrorKind::TooLong),
            },
        }
    }
}
