//! What those who hold a decoder rely on.

use resp_push::{Decoder, Error, Values};

fn is_held_anywhere<T: Send + Sync + Unpin + 'static>() {}
fn is_an_error<T: std::error::Error + Send + Sync + 'static>() {}
fn is_fused<T: std::iter::FusedIterator>() {}

#[test]
fn may_go_to_another_thread() {
    is_held_anywhere::<Decoder>();
    is_an_error::<Error>();
    is_fused::<Values<'_, '_>>();
    let mut decoder = Decoder::new();
    assert_eq!(decoder.push(&mut &b"$2\r\na"[..]), Ok(None));
    let value = std::thread::spawn(move || decoder.push(&mut &b"b\r\n"[..])).join().unwrap();
    assert_eq!(value.unwrap().unwrap().to_string(), "\"ab\"");
}

/// Nothing is kept beside the values that it is within.
#[test]
fn is_small() {
    let size = size_of::<Decoder>();
    assert!(size <= 240, "{size} bytes");
}

#[test]
fn shows_what_it_waits_for() {
    let mut decoder = Decoder::new();
    assert_eq!(decoder.push(&mut &b"$2\r\na"[..]), Ok(None));
    let shown = format!("{decoder:?}");
    assert!(shown.contains("bytes: [97]"), "{shown}");
}
