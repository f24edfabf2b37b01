//! A machine whose input is a borrow.

use std::mem::replace;

use coroutine_runtime::__private::Start;
use coroutine_runtime::{Receive, Step, Unprimed};

use crate::support::Log;

/// ```text
/// #[consumer(&str)]
/// fn grep(pattern: &str, log: Log) {
///     log.say(format!("looking for {pattern}"));
///     loop {
///         let line = recv!();
///         if line.contains(pattern) {
///             log.say(line);
///         }
///     }
///     on_close! { log.say("exiting") }
/// }
/// ```
pub(crate) fn grep(
    pattern: &str,
    log: Log,
) -> Unprimed<impl for<'input> Receive<&'input str, Reply = (), Output = ()>> {
    enum Grep<Pattern, Log> {
        Start { pattern: Pattern, log: Log },
        Line { pattern: Pattern, log: Log },
        Done,
    }

    fn receive<S, F>(_: &Start<S>, transition: F) -> F
    where
        F: for<'input> Fn(&mut S, &'input str) -> Step<(), ()>,
    {
        transition
    }

    let start = Start(Grep::Start { pattern, log });
    let names = start.names(|state| match state {
        Grep::Line { .. } => Some("Line"),
        _ => None,
    });
    let prime = start.prime(|state| {
        let Grep::Start { pattern, log } = replace(state, Grep::Done) else { unreachable!() };
        log.say(format!("looking for {pattern}"));
        *state = Grep::Line { pattern, log };
        Some(())
    });
    let receive = receive(&start, |state, line| match replace(state, Grep::Done) {
        Grep::Line { pattern, log } => {
            if line.contains(pattern) {
                log.say(line);
            }
            *state = Grep::Line { pattern, log };
            Step::Yielded(())
        }
        Grep::Start { .. } | Grep::Done => Step::Finished,
    });
    let close = start.close(|state| match replace(state, Grep::Done) {
        Grep::Line { log, .. } => {
            log.say("exiting");
            Some(())
        }
        _ => None,
    });
    start.machine(|| "grep", |state| *state = Grep::Done, names, (prime, receive), close)
}
