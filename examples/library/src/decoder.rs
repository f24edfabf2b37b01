//! What users of the crate hold.

use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::Primed;

use crate::parse::ValueParser;
use crate::{Error, Limits, Value, Values};

/// Takes bytes as they come, and gives values as soon as they are whole.
///
/// A clone goes on by itself from where this one is.
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    limits: Limits,
    state: State,
    /// How many bytes have been taken.
    offset: u64,
}

#[derive(Clone, Debug, Default)]
enum State {
    #[default]
    Between,
    Within(Primed<ValueParser>),
    /// Nobody knows where the next value would begin.
    Failed(Error),
}

impl Decoder {
    /// A decoder at the start of an input, with the usual [`Limits`].
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A decoder at the start of an input, that refuses what is larger.
    #[must_use]
    pub fn with_limits(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// Takes bytes up to the end of the next value, and gives that value; `None` if there are too few for one.
    ///
    /// `bytes` is afterwards what has not been taken. Behind `None` it is empty: what there is of a value is kept, and goes on
    /// with the bytes of the next call.
    ///
    /// # Errors
    ///
    /// [`Error`] at a byte that is not RESP, or that would exceed the [`Limits`]. `bytes` is then what comes behind that byte,
    /// and every later call gives the same error: nobody knows where the next value would begin.
    ///
    /// # Examples
    ///
    /// ```
    /// use resp_push::{Decoder, Value};
    ///
    /// let mut bytes = &b"+OK\r\n:1"[..];
    /// let mut decoder = Decoder::new();
    /// assert_eq!(decoder.push(&mut bytes)?, Some(Value::Text(b"OK".to_vec())));
    /// assert_eq!(bytes, b":1");
    /// assert_eq!(decoder.push(&mut bytes)?, None);
    /// assert_eq!(decoder.push(&mut &b"2\r\n"[..])?, Some(Value::Integer(12)));
    /// # Ok::<(), resp_push::Error>(())
    /// ```
    pub fn push(&mut self, bytes: &mut &[u8]) -> Result<Option<Value>, Error> {
        let parser = match &mut self.state {
            State::Failed(error) => return Err(*error),
            _ if bytes.is_empty() => return Ok(None),
            State::Within(parser) => parser,
            state @ State::Between => {
                *state = State::Within(self.limits.value(0).prime());
                let State::Within(parser) = state else { unreachable!("it has just been set") };
                parser
            }
        };
        let (answer, rest) = match parser.feed(bytes) {
            Complete((answer, rest)) => (Some(answer), rest),
            Yielded(()) => (None, &[][..]),
        };
        self.offset += (bytes.len() - rest.len()) as u64;
        *bytes = rest;
        let Some(answer) = answer else { return Ok(None) };
        self.state = State::Between;
        answer.map(Some).map_err(|kind| {
            let error = Error { kind, offset: self.offset - 1 };
            self.state = State::Failed(error);
            error
        })
    }

    /// The values in `bytes`, one after the other; a value that is not whole goes on in the bytes of the next call.
    ///
    /// Whoever drops the iterator early has in `bytes` what it has not taken.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut decoder = resp_push::Decoder::new();
    /// let mut numbers = Vec::new();
    /// for mut bytes in [&b":1\r\n:"[..], b"2\r\n"] {
    ///     for value in decoder.values(&mut bytes) {
    ///         numbers.push(value?.to_string());
    ///     }
    /// }
    /// assert_eq!(numbers, ["1", "2"]);
    /// # Ok::<(), resp_push::Error>(())
    /// ```
    pub fn values<'d, 'b>(&'d mut self, bytes: &'d mut &'b [u8]) -> Values<'d, 'b> {
        Values::new(self, bytes)
    }

    /// Whether what has been taken ends with a whole value.
    #[must_use]
    pub fn is_between_values(&self) -> bool {
        matches!(self.state, State::Between)
    }

    /// How many bytes have been taken.
    #[must_use]
    pub fn offset(&self) -> u64 {
        self.offset
    }

    /// Ends the input.
    ///
    /// # Errors
    ///
    /// [`Error`] if it ends within a value, or had one before.
    pub fn finish(self) -> Result<(), Error> {
        match self.state {
            State::Between => Ok(()),
            State::Failed(error) => Err(error),
            State::Within(parser) => match parser.close() {
                Some(Err(kind)) => Err(Error { kind, offset: self.offset }),
                _ => Ok(()),
            },
        }
    }
}
