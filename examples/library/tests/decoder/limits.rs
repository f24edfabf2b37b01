//! What an input may take up.

use crate::decode;
use resp_push::{ErrorKind, Limits};

fn kind(limits: Limits, input: &str) -> Option<ErrorKind> {
    decode(limits, [input.as_bytes()]).1.err().map(|error| error.kind())
}

#[test]
fn are_kept_to_the_byte() {
    let limits = Limits { bytes: 3, items: 2, depth: 2 };
    for fits in ["+abc\r\n", "$3\r\nabc\r\n", "*2\r\n_\r\n_\r\n", "*1\r\n%0\r\n"] {
        assert_eq!(kind(limits, fits), None, "{fits:?}");
    }
    for long in ["-abcd", "$4\r\n", "*3\r\n", "%3\r\n"] {
        assert_eq!(kind(limits, long), Some(ErrorKind::TooLong), "{long:?}");
    }
    assert_eq!(kind(limits, "*1\r\n%1\r\n*0\r\n"), Some(ErrorKind::TooDeep));
}

/// A length is a promise: nothing is set aside for what has not come.
#[test]
fn a_large_length_takes_no_room() {
    let limits = Limits { bytes: usize::MAX, items: usize::MAX, depth: 32 };
    let input = format!("*{}\r\n", i64::MAX).repeat(32);
    assert_eq!(kind(limits, &input), Some(ErrorKind::UnexpectedEnd));
    assert_eq!(kind(limits, &format!("${}\r\nabc", i64::MAX)), Some(ErrorKind::UnexpectedEnd));
}
