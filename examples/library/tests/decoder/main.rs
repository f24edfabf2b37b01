//! The decoder, compared with a recursive parser of the whole input, and with the same machine written by hand.
#![deny(warnings, clippy::pedantic)]
#![forbid(unsafe_code)]

mod by_hand;
mod cuts;
mod errors;
mod holding;
mod limits;
mod random;
mod recursive;

use resp_push::{Decoder, Error, Limits, Value};

/// The values of an input, and how it ended.
type Outcome = (Vec<Value>, Result<(), Error>);

/// Decodes an input that comes in pieces.
fn decode<'p>(limits: Limits, pieces: impl IntoIterator<Item = &'p [u8]>) -> Outcome {
    let mut decoder = Decoder::with_limits(limits);
    let mut values = Vec::new();
    for mut piece in pieces {
        for value in decoder.values(&mut piece) {
            match value {
                Ok(value) => values.push(value),
                Err(error) => return (values, Err(error)),
            }
        }
        assert_eq!(piece, b"", "all of it is taken");
    }
    (values, decoder.finish())
}

/// One of each, and of what nests.
const SAMPLES: [&str; 12] = [
    "",
    "+OK\r\n",
    "-ERR unknown command 'x'\r\n",
    ":0\r\n:-17\r\n:+9223372036854775807\r\n:-9223372036854775808\r\n:007\r\n",
    "$5\r\nhello\r\n$0\r\n\r\n$4\r\n\r\n\r\n\r\n",
    "_\r\n$-1\r\n*-1\r\n%-1\r\n",
    "#t\r\n#f\r\n",
    "*0\r\n%0\r\n+\r\n",
    "*3\r\n$3\r\nSET\r\n$1\r\nx\r\n$2\r\n12\r\n",
    "*2\r\n*1\r\n*0\r\n*2\r\n:1\r\n*1\r\n$1\r\n*\r\n",
    "%2\r\n+first\r\n:1\r\n$6\r\nsecond\r\n*2\r\n#t\r\n%1\r\n_\r\n_\r\n",
    "*1\r\n%1\r\n*1\r\n:1\r\n+\u{e9}\r\n-x\r\n",
];

/// And of what is wrong.
const MALFORMED: [&str; 24] = [
    "x",
    "+OK\r\nOK\r\n",
    "+O\nK",
    "+OK\rx",
    ":\r\n",
    ":-\r\n",
    ":--1\r\n",
    ":1-\r\n",
    ":12x\r\n",
    ":1\rx",
    ":9223372036854775808\r\n",
    ":-9223372036854775809\r\n",
    "$-2\r\n",
    "$3\r\nabcd\r\n",
    "$3\r\nabc\rx",
    "$9223372036854775807\r\n",
    "*-3\r\n",
    "*1\r\n$1\r\nab",
    "%1\r\n+a\r\n?",
    "#x",
    "#tx",
    "_x",
    "*2\r\n:1\r\n*1\r\n:1\r\n_\r\n\r\n",
    "*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n:1\r\n",
];

/// Small enough that a sample comes to each.
const SMALL: Limits = Limits { bytes: 24, items: 4, depth: 4 };
