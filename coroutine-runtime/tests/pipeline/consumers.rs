//! Consumers written as functions, for the stages to send to.

use coroutine_runtime::{Consumer, CoroutineState, consumer, on_close, recv};

use crate::support::{Log, Token};

/// Says each line, and completes with their number at an empty one.
#[consumer(&str)]
pub(crate) fn say(name: &'static str, log: Log) -> usize {
    let _token = Token(log.clone());
    let mut lines = 0;
    loop {
        let line = recv!();
        assert_ne!(line, "panic", "told to");
        if line.is_empty() {
            return lines;
        }
        log.say(format!("{name}: {line}"));
        lines += 1;
    }
    on_close! {
        log.say(format!("{name} closed"));
        lines
    }
}

/// Never waits.
#[consumer(&str)]
pub(crate) fn at_once(output: usize) -> usize {
    if output > 0 {
        return output;
    }
    recv!().len()
}

/// Completes at the `n`th line. Has nothing to give if it is closed before.
#[consumer(&str)]
pub(crate) fn nth(n: usize, log: Log) -> usize {
    on_close! { log.say(format!("{n} closed")); }
    for _ in 0..n {
        recv!();
    }
    log.say(format!("{n} completes"));
    n
}

/// Passes on every second line.
#[consumer(&str)]
pub(crate) fn second<C, T>(mut target: C) -> Option<T>
where
    C: for<'a> Consumer<&'a str, Reply = (), Output = T>,
{
    loop {
        recv!();
        if let CoroutineState::Complete(output) = target.send(recv!()) {
            return Some(output);
        }
    }
    on_close! { target.close() }
}

/// Sends the lines of `text` out of one buffer: each lives only as long as its own send.
pub(crate) fn send_lines<C, T>(text: &str, to: &mut C) -> Option<T>
where
    C: for<'a> Consumer<&'a str, Reply = (), Output = T> + ?Sized,
{
    let mut buffer = String::new();
    for line in text.split('\n') {
        buffer.clear();
        buffer.push_str(line);
        if let CoroutineState::Complete(output) = to.send(&buffer) {
            return Some(output);
        }
    }
    None
}
