//! The stages of a `grep` that filters bytes: [`lines`], then [`grep`], then [`print()`].
//!
//! Each is given the next one, sends to it, and completes when it does. What comes back through all of
//! them, from the last `send` or from closing, is how many lines were printed, or why one could not be.

use std::io::{self, ErrorKind, Read, Write};

use coroutine_runtime::{Consumer, CoroutineState, consumer, on_close, recv};

use crate::lines::lines;

/// As much as is read at once.
const CHUNK: usize = 64 * 1024;

/// Sends the lines that contain one of `patterns` to `next`.
#[consumer(&[u8])]
pub fn grep<C>(patterns: &[Vec<u8>], mut next: C) -> io::Result<u64>
where
    C: for<'a> Consumer<&'a [u8], Reply = (), Output = io::Result<u64>>,
{
    loop {
        let line = recv!();
        if patterns.iter().any(|pattern| contains(line, pattern))
            && let CoroutineState::Complete(output) = next.send(line)
        {
            return output;
        }
    }
    on_close! { next.close().unwrap_or(Ok(0)) }
}

/// Whether `line` contains `pattern`: looks for its first byte, and compares the rest there.
fn contains(mut line: &[u8], pattern: &[u8]) -> bool {
    let Some((first, rest)) = pattern.split_first() else { return true };
    while let Some(at) = line.iter().position(|byte| byte == first) {
        line = &line[at + 1..];
        if line.starts_with(rest) {
            return true;
        }
    }
    false
}

/// Writes each line after `prefix`, and counts them.
///
/// Flushes when it is closed, so that an error cannot hide in a buffer.
#[consumer(&[u8])]
pub fn print<W: Write>(prefix: &[u8], mut out: W) -> io::Result<u64> {
    let mut count = 0;
    loop {
        let line = recv!();
        out.write_all(prefix)?;
        out.write_all(line)?;
        out.write_all(b"\n")?;
        count += 1;
    }
    on_close! {
        out.flush()?;
        Ok(count)
    }
}

/// What kept a [`search`] from its end.
#[derive(Debug)]
pub enum Failure {
    /// The input could not be read; there may be others.
    Read(io::Error),
    /// The output takes no more.
    Write(io::Error),
}

/// Pushes all of `input` through the stages, and gives the number of lines found.
///
/// # Errors
///
/// [`Failure`] says which side failed. Lines found before are printed.
pub fn search(
    mut input: impl Read,
    patterns: &[Vec<u8>],
    prefix: &[u8],
    out: impl Write,
) -> Result<u64, Failure> {
    let print = print(prefix, out).prime();
    let grep = grep(patterns, print).prime();
    let mut lines = lines(grep).prime();

    let mut chunk = vec![0; CHUNK];
    let read = loop {
        match input.read(&mut chunk) {
            Ok(0) => break Ok(()),
            Ok(length) => {
                if let CoroutineState::Complete(output) = lines.send(&chunk[..length]) {
                    return output.map_err(Failure::Write);
                }
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => break Err(Failure::Read(error)),
        }
    };
    let count = lines.close().unwrap_or(Ok(0)).map_err(Failure::Write)?;
    read.map(|()| count)
}

#[cfg(test)]
mod tests {
    use super::contains;

    #[test]
    fn a_start_that_fails_does_not_hide_a_match_that_overlaps_it() {
        assert!(contains(b"aaab", b"aab"));
        assert!(contains(b"aab", b"aab"));
        assert!(!contains(b"aab", b"aaab"));
        assert!(!contains(b"aba", b"bab"));
    }

    #[test]
    fn the_empty_pattern_is_in_every_line() {
        assert!(contains(b"", b""));
        assert!(contains(b"a", b""));
        assert!(!contains(b"", b"a"));
    }
}
