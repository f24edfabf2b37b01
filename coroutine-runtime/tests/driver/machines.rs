//! Consumers and their machines. Each begins with the source that it stands for.

mod grep;

use std::mem::replace;

use coroutine_runtime::__private::{Inferred, state};
use coroutine_runtime::{Receive, State, Step, Unprimed};

pub(crate) use self::grep::grep;
use crate::support::Token;

/// Ties the closures to one state; what `#[consumer]` prints in each function with its own types.
fn machine<S, N, A, P, R, C, Input, Reply, Output>(
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
    P: Fn(&mut S) -> Option<Reply>,
    R: Fn(&mut S, Input) -> Step<Reply, Output>,
    C: Fn(&mut S) -> Option<Output>,
{
    Inferred { state, names, abandon, prime, receive, close }
}

/// ```ignore
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
    // `token` is held for its drop.
    #[allow(dead_code)]
    enum Total<Token, End, Sum> {
        Start { token: Token, end: End },
        N { token: Token, end: End, sum: Sum },
        Done,
    }

    Unprimed::new(machine(
        Total::Start { token, end },
        |state: &Total<_, _, _>| state!(state in Total as "total": Start, N; finished Done; uses),
        |state| *state = Total::Done,
        |state| {
            let Total::Start { token, end } = replace(state, Total::Done) else { unreachable!() };
            *state = Total::N { token, end, sum: 0 };
            Some(())
        },
        |state, n| match state {
            Total::N { sum, .. } => {
                assert_ne!(n, 13, "unlucky");
                if n == 0 {
                    let sum = *sum;
                    *state = Total::Done;
                    return Step::Complete(sum);
                }
                *sum += n;
                Step::Yielded(())
            }
            Total::Start { .. } | Total::Done => Step::Finished,
        },
        // In place, so that a handler that panics leaves its locals where they were.
        |state| match state {
            Total::N { end, sum, .. } => {
                let output = end(*sum);
                *state = Total::Done;
                Some(output)
            }
            Total::Start { .. } | Total::Done => None,
        },
    ))
}

/// ```ignore
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

    Unprimed::new(machine(
        AtOnce::Start { token, output },
        |state| state!(state in AtOnce as "at_once": Start; finished Returned, Done; uses),
        |state| *state = AtOnce::Done,
        |state| {
            let AtOnce::Start { token, output } = replace(state, AtOnce::Done) else {
                unreachable!()
            };
            let output = output.expect("no output");
            drop(token);
            *state = AtOnce::Returned { output };
            None
        },
        |_, _| Step::Finished,
        |state| match replace(state, AtOnce::Done) {
            AtOnce::Returned { output } => Some(output),
            AtOnce::Start { .. } | AtOnce::Done => None,
        },
    ))
}

/// ```ignore
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

    Unprimed::new(machine(
        RunningSum::Start,
        |state: &RunningSum<_>| state!(state in RunningSum as "running_sum": Start, Recv1; finished Done; uses),
        |state| *state = RunningSum::Done,
        |state| {
            let sum = 0;
            *state = RunningSum::Recv1 { sum };
            Some(sum)
        },
        |state, input| match state {
            RunningSum::Recv1 { sum } => {
                *sum += input;
                Step::Yielded(*sum)
            }
            RunningSum::Start | RunningSum::Done => Step::Finished,
        },
        |state| {
            *state = RunningSum::Done;
            None
        },
    ))
}
