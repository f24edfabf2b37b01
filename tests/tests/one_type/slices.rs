//! `cuts!`: what is fed, however it is cut, does what is sent to the oracle one by one.

use coroutine_runtime::{Receive, Unprimed};
use std::any::Any;
use std::fmt::Debug;
use tests::blocking::{Answer, Oracle};
use tests::{Consumed, Log, log};

/// `cuts!(name(arguments), [inputs])`, of a body of `both!` with the option `batch`.
macro_rules! cuts {
    ($name:ident($($argument:expr),*), [$($input:expr),*]) => {
        $crate::slices::fed(
            || $name::consumer($($argument),*),
            || $name::plain::oracle($($argument),*),
            &[$($input),*],
        );
    };
}
pub(crate) use cuts;

/// What is logged, the answer and how many inputs are left, for each way to cut each start of the inputs into slices:
/// what the oracle does that is sent them one by one.
pub(crate) fn fed<Input: Any + Send + Copy + Debug, M, Output: Debug>(
    consumer: impl Fn() -> Unprimed<M>,
    oracle: impl Fn() -> Output + Send + Clone + 'static,
    inputs: &[Input],
) where
    M: Receive<Input, Reply = (), Output: Debug>,
{
    for upto in 1..=inputs.len() {
        let inputs = &inputs[..upto];
        let expected = sent(oracle.clone(), inputs);
        for cuts in 0..1usize << (upto - 1) {
            let trace = Log::default();
            trace.enter();
            let (driven, _) = Consumed::prime(consumer());
            let mut driven = driven.expect("it waits");
            let mut from = 0;
            let mut last = (Answer::Yielded(String::from("()")), 0);
            for at in 1..=upto {
                let is_cut = at == upto || cuts >> (at - 1) & 1 == 1;
                if is_cut && matches!(last.0, Answer::Yielded(_)) {
                    last = driven.feed(&inputs[from..at]);
                    let behind = if matches!(last.0, Answer::Complete(_)) { upto - at } else { 0 };
                    (from, last.1) = (at, last.1 + behind);
                }
            }
            log(format_args!("{last:?}"));
            driven.close(false);
            assert_eq!(trace.lines(), expected, "left: fed {inputs:?} in pieces {cuts:b}");
        }
    }
}

/// The same of the oracle.
fn sent<Input: Any + Send + Copy, Output: Debug>(
    oracle: impl FnOnce() -> Output + Send + 'static,
    inputs: &[Input],
) -> Vec<String> {
    let trace = Log::default();
    trace.enter();
    let (oracle, primed) = Oracle::prime(&trace, oracle);
    assert!(matches!(primed, Answer::Yielded(_)), "{primed:?}");
    let mut last = (primed, 0);
    for (at, input) in inputs.iter().enumerate() {
        if matches!(last.0, Answer::Yielded(_)) {
            let answer = oracle.send(*input);
            let left =
                if matches!(answer, Answer::Complete(_)) { inputs.len() - at - 1 } else { 0 };
            last = (answer, left);
        }
    }
    log(format_args!("{last:?}"));
    oracle.close();
    trace.lines()
}
