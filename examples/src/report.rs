//! Error messages, as the usual tools print them.

use std::io::{self, Write};

/// Prints `program: what: why` to standard error.
///
/// `what` is bytes, since the name of a file need not be UTF-8. There is nobody to tell if this fails.
pub fn report(program: &str, what: &[u8], why: &io::Error) {
    let why = why.to_string();
    // Rust adds the number, ` (os error 2)`; other tools do not.
    let why = why.split(" (os error ").next().unwrap_or_default();
    let message = [program.as_bytes(), b": ", what, b": ", why.as_bytes(), b"\n"].concat();
    // One write, so that the messages of several processes do not mix.
    let _ = io::stderr().write_all(&message);
}
