//! A machine in which priming and receiving share their code.

use std::mem::replace;

use coroutine_runtime::__private::Start;
use coroutine_runtime::{Receive, Step, Unprimed};

/// ```text
/// #[consumer(u32, reply = u32)]
/// fn countdown(mut left: u32) -> &'static str {
///     while left > 0 {
///         left = left.saturating_sub(recv!(left));
///     }
///     "liftoff"
/// }
/// ```
pub(crate) fn countdown(
    left: u32,
) -> Unprimed<impl Receive<u32, Reply = u32, Output = &'static str>> {
    enum Countdown<Left, Output> {
        Start { left: Left },
        Recv1 { left: Left },
        Returned { output: Output },
        Done,
    }

    fn receive<S, F>(_: &Start<S>, transition: F) -> F
    where
        F: Fn(&mut S, Option<u32>) -> Step<u32, &'static str>,
    {
        transition
    }

    let start = Start(Countdown::Start { left });
    let names = start.names(|state| match state {
        Countdown::Recv1 { .. } => Some("Recv1"),
        _ => None,
    });
    let resume = receive(&start, |state, input| {
        let left = match (replace(state, Countdown::Done), input) {
            (Countdown::Start { left }, None) => left,
            (Countdown::Recv1 { left }, Some(input)) => left.saturating_sub(input),
            (Countdown::Returned { output }, _) => {
                *state = Countdown::Returned { output };
                return Step::Finished;
            }
            _ => return Step::Finished,
        };
        if left > 0 {
            *state = Countdown::Recv1 { left };
            return Step::Yielded(left);
        }
        Step::Complete { output: "liftoff" }
    });
    let keep = start.keep(|state, output| *state = Countdown::Returned { output });
    let close = start.close(|state| match replace(state, Countdown::Done) {
        Countdown::Returned { output } => Some(output),
        _ => None,
    });
    start.merged(|| "countdown", |state| *state = Countdown::Done, names, (resume, keep), close)
}
