//! What is said of an input that is wrong.

use resp_push::{Decoder, ErrorKind};

fn said(input: &str) -> String {
    let mut decoder = Decoder::new();
    let mut bytes = input.as_bytes();
    match decoder.values(&mut bytes).find_map(Result::err) {
        Some(error) => error.to_string(),
        None => decoder.finish().map_or_else(|error| error.to_string(), |()| "nothing".to_owned()),
    }
}

#[test]
fn are_for_people() {
    assert_eq!(said("+OK\r\nOK"), "byte 5: expected the first byte of a value, found `O`");
    assert_eq!(said(":1\u{7}"), "byte 2: expected a digit, found `\\x07`");
    assert_eq!(said("*1\r\n#\n"), "byte 5: expected `t` or `f`, found `\\n`");
    assert_eq!(said("$1\r\nab"), "byte 5: expected the end of the line, found `b`");
    assert_eq!(said(":9223372036854775808"), "byte 19: the number has more than 64 bits");
    assert_eq!(said("$-2\r\n"), "byte 4: the length is negative");
    assert_eq!(said("*2000000\r\n"), "byte 9: longer than the limit");
    assert_eq!(said(&"*1\r\n".repeat(33)), "byte 131: deeper than the limit");
    assert_eq!(said("*1\r\n$1\r\n"), "byte 8: the input ends within a value");
    assert_eq!(said("$-1\r\n"), "nothing");
}

#[test]
fn stay() {
    let mut decoder = Decoder::new();
    let mut bytes = &b"_\r\nx:1\r\n"[..];
    let mut values = decoder.values(&mut bytes);
    assert!(matches!(values.next(), Some(Ok(_))));
    assert!(matches!(values.next(), Some(Err(_))));
    assert_eq!(values.next(), None);
    assert_eq!(bytes, b":1\r\n");
    let error = decoder.push(&mut bytes).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (ErrorKind::UnknownType(b'x'), 3));
    assert_eq!(bytes, b":1\r\n");
    assert!(!decoder.is_between_values());
    assert_eq!(decoder.finish(), Err(error));
}
