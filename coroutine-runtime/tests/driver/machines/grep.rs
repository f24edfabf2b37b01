//! A machine whose input is a borrow.

use std::mem::replace;

use coroutine_runtime::__private::{Inferred, state};
use coroutine_runtime::{Machine, Receive, State, Step, Unprimed};

use crate::support::Log;

/// ```ignore
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
) -> Unprimed<impl Machine<Output = ()> + for<'input> Receive<&'input str, Reply = ()> + use<'_>> {
    enum Grep<Pattern, Log> {
        Start { pattern: Pattern, log: Log },
        Line { pattern: Pattern, log: Log },
        Done,
    }

    fn machine<S, N, A, P, R, C>(
        state: S,
        names: N,
        abandon: A,
        prime: P,
        receive: R,
        close: C,
    ) -> Inferred<S, N, A, P, R, C>
    where
        N: Fn(&S) -> State,
        A: Fn(&mut S),
        P: Fn(&mut S) -> Option<()>,
        R: for<'input> Fn(&mut S, &'input str) -> Step<(), ()>,
        C: Fn(&mut S) -> Option<()>,
    {
        Inferred { state, names, abandon, prime, receive, close }
    }

    Unprimed::new(machine(
        Grep::Start { pattern, log },
        |state| state!(state in Grep as "grep": Start, Line; finished Done; uses),
        |state| *state = Grep::Done,
        |state| {
            let Grep::Start { pattern, log } = replace(state, Grep::Done) else { unreachable!() };
            log.say(format!("looking for {pattern}"));
            *state = Grep::Line { pattern, log };
            Some(())
        },
        |state, line| match state {
            Grep::Line { pattern, log } => {
                if line.contains(*pattern) {
                    log.say(line);
                }
                Step::Yielded(())
            }
            Grep::Start { .. } | Grep::Done => Step::Finished,
        },
        |state| match replace(state, Grep::Done) {
            Grep::Line { pattern: _, log } => {
                log.say("exiting");
                Some(())
            }
            Grep::Start { .. } | Grep::Done => None,
        },
    ))
}
