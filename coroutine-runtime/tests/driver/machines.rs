//! Consumers and their machines. Each begins with the source that it stands for.

mod countdown;
mod grep;

use std::mem::replace;

use coroutine_runtime::__private::Start;
use coroutine_runtime::{Receive, Step, Unprimed};

pub(crate) use self::countdown::countdown;
pub(crate) use self::grep::grep;
use crate::support::Token;

/// The signature of a transition; what `#[consumer]` prints in each function with its own types.
fn receive<S, Reply, Output, F>(_: &Start<S>, transition: F) -> F
where
    F: Fn(&mut S, u32) -> Step<Reply, Output>,
{
    transition
}

/// ```text
/// #[consumer(u32)]
/// fn total(token: Token, end: impl Fn(u32) -> u32) -> u32 {
///     let mut sum = 0;
///     loop {
///         let n = recv!();
///         assert_ne!(n, 13, "unlucky");
///         if n == 0 {
///             return sum;
///         }
///         sum += n;
///     }
///     on_close! { end(sum) }
/// }
/// ```
pub(crate) fn total(
    token: Token,
    end: impl Fn(u32) -> u32,
) -> Unprimed<impl Receive<u32, Reply = (), Output = u32>> {
    enum Total<Token, End, Sum> {
        Start { token: Token, end: End },
        N { token: Token, end: End, sum: Sum },
        Done,
    }

    let start = Start(Total::Start { token, end });
    let names = start.names(|state| match state {
        Total::N { .. } => Some("N"),
        _ => None,
    });
    let prime = start.prime(|state| {
        let Total::Start { token, end } = replace(state, Total::Done) else { unreachable!() };
        let sum = 0;
        *state = Total::N { token, end, sum };
        Some(())
    });
    let receive = receive(&start, |state, n| match replace(state, Total::Done) {
        Total::N { token, end, mut sum } => {
            assert_ne!(n, 13, "unlucky");
            if n == 0 {
                return Step::Complete { output: sum };
            }
            sum += n;
            *state = Total::N { token, end, sum };
            Step::Yielded(())
        }
        Total::Start { .. } | Total::Done => Step::Finished,
    });
    let close = start.close(|state| match replace(state, Total::Done) {
        // Bound, so that it is dropped after the handler has run.
        Total::N { token: _token, end, sum } => Some(end(sum)),
        _ => None,
    });
    start.machine(|| "total", |state| *state = Total::Done, names, (prime, receive), close)
}

/// ```text
/// #[consumer(u32)]
/// fn at_once(token: Token, output: Option<u32>) -> u32 {
///     let output = output.expect("no output");
///     return output;
///     recv!()
/// }
/// ```
pub(crate) fn at_once(
    token: Token,
    output: Option<u32>,
) -> Unprimed<impl Receive<u32, Reply = (), Output = u32>> {
    enum AtOnce<Token, Output> {
        Start { token: Token, output: Option<Output> },
        Returned { output: Output },
        Done,
    }

    let start = Start(AtOnce::Start { token, output });
    let names = start.names(|_| None);
    let prime = start.prime(|state| {
        let AtOnce::Start { token: _token, output } = replace(state, AtOnce::Done) else {
            unreachable!()
        };
        let output = output.expect("no output");
        *state = AtOnce::Returned { output };
        None
    });
    let receive = receive(&start, |_, _| Step::Finished);
    let close = start.close(|state| match replace(state, AtOnce::Done) {
        AtOnce::Returned { output } => Some(output),
        _ => None,
    });
    start.machine(|| "at_once", |state| *state = AtOnce::Done, names, (prime, receive), close)
}

/// ```text
/// #[consumer(u32, reply = u32)]
/// fn running_sum() {
///     let mut sum = 0;
///     loop {
///         sum += recv!(sum);
///     }
/// }
/// ```
pub(crate) fn running_sum() -> Unprimed<impl Receive<u32, Reply = u32, Output = ()>> {
    enum RunningSum<Sum> {
        Start,
        Recv1 { sum: Sum },
        Done,
    }

    let start = Start(RunningSum::Start);
    let names = start.names(|state| match state {
        RunningSum::Recv1 { .. } => Some("Recv1"),
        _ => None,
    });
    let prime = start.prime(|state| {
        *state = RunningSum::Done;
        let sum = 0;
        *state = RunningSum::Recv1 { sum };
        Some(sum)
    });
    let receive = receive(&start, |state, input| match replace(state, RunningSum::Done) {
        RunningSum::Recv1 { mut sum } => {
            sum += input;
            *state = RunningSum::Recv1 { sum };
            Step::Yielded(sum)
        }
        RunningSum::Start | RunningSum::Done => Step::Finished,
    });
    let close = start.close(|state| {
        *state = RunningSum::Done;
        None
    });
    start.machine(
        || "running_sum",
        |state| *state = RunningSum::Done,
        names,
        (prime, receive),
        close,
    )
}
