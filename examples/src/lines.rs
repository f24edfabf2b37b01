//! A push parser: chunks of bytes in, lines out.

use std::io;

use coroutine_runtime::{Consumer, CoroutineState, consumer, on_close, recv};

/// Splits what it is sent into lines, and sends each to `next` without its newline.
///
/// A line that lies inside one chunk is lent to `next` where it is. Only one that crosses the border of
/// a chunk is copied, into a buffer that is kept from wait to wait.
///
/// Completes when `next` does; closing it sends a last line that has no newline, and closes `next`.
#[consumer(&[u8])]
pub fn lines<C>(mut next: C) -> io::Result<u64>
where
    C: for<'a> Consumer<&'a [u8], Reply = (), Output = io::Result<u64>>,
{
    let mut begun = Vec::new(); // a line whose newline has not come yet
    loop {
        let mut chunk = recv!();
        while let Some(end) = chunk.iter().position(|&byte| byte == b'\n') {
            let line = &chunk[..end];
            chunk = &chunk[end + 1..];
            let answer = if begun.is_empty() {
                next.send(line)
            } else {
                begun.extend_from_slice(line);
                let answer = next.send(&begun);
                begun.clear();
                answer
            };
            if let CoroutineState::Complete(output) = answer {
                return output;
            }
        }
        begun.extend_from_slice(chunk);
    }
    on_close! {
        // Nothing begun means that the input ended in a newline: there is no empty line after it.
        if !begun.is_empty()
            && let CoroutineState::Complete(output) = next.send(&begun)
        {
            return output;
        }
        next.close().unwrap_or(Ok(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stops at a line `stop`; otherwise collects the lines, each in brackets.
    #[consumer(&[u8])]
    fn collect(into: &mut Vec<u8>) -> io::Result<u64> {
        let mut count = 0;
        loop {
            let line = recv!();
            if line == b"stop" {
                return Err(io::Error::other("stop"));
            }
            into.push(b'[');
            into.extend_from_slice(line);
            into.push(b']');
            count += 1;
        }
        on_close! { Ok(count) }
    }

    #[test]
    fn every_way_to_cut_the_input_gives_the_same_lines() {
        let input = b"one\n\ntwo\r\nthree";
        for first in 0..=input.len() {
            for second in first..=input.len() {
                let mut found = Vec::new();
                let mut lines = lines(collect(&mut found).prime()).prime();
                for chunk in [&input[..first], &input[first..second], &input[second..]] {
                    assert!(matches!(lines.send(chunk), CoroutineState::Yielded(())));
                }
                assert_eq!(lines.close().unwrap().unwrap(), 4);
                assert_eq!(found, b"[one][][two\r][three]", "cut at {first} and {second}");
            }
        }
    }

    #[test]
    fn completes_when_the_next_one_does() {
        let mut found = Vec::new();
        let mut lines = lines(collect(&mut found).prime()).prime();
        let answer = lines.send(b"one\nstop\ntwo\n");
        assert!(matches!(answer, CoroutineState::Complete(Err(_))));
        assert!(lines.is_finished());
        drop(lines);
        assert_eq!(found, b"[one]");
    }

    #[test]
    fn the_last_line_may_complete_the_next_one_while_it_is_closed() {
        let mut found = Vec::new();
        let mut lines = lines(collect(&mut found).prime()).prime();
        lines.send(b"one\nst");
        lines.send(b"op");
        assert!(matches!(lines.close(), Some(Err(_))));
    }
}
