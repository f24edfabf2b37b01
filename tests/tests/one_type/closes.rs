//! `closes!`: the value of a handler, compared with that of a function that returns where it is closed.

use coroutine_runtime::{CoroutineState, Receive, Unprimed};
use std::any::Any;
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use tests::blocking::{Answer, Oracle, closing};
use tests::{Log, log};

/// Defines a module with two consumers and the oracle of one body: the handler of the first stands in front of what waits, that of
/// the second behind it. The oracle's `recv!()` returns the handler's value when it is closed.
///
/// ```text
/// closes! {
///     #[consumer(u8)]
///     fn sum() [-> Option<u32>] { let mut sum = 0u32; }
///     closed { Some(sum) }
///     waits { loop { sum += u32::from(recv!()); } }
///     ends {}
/// }
/// ```
macro_rules! closes {
    (
        #[consumer($($input:tt)*)]
        fn $name:ident() [$($output:tt)*] { $($before:tt)* }
        closed { $($handler:tt)* }
        waits { $($waits:tt)* }
        ends { $($end:tt)* }
    ) => {
        mod $name {
            #[allow(unused_imports, reason = "not each body names something")]
            use super::*;
            use coroutine_runtime::{consumer, on_close, recv};

            #[consumer($($input)*)]
            pub(super) fn in_front() $($output)* {
                $($before)*
                on_close! { $($handler)* }
                $($waits)*
                $($end)*
            }

            #[consumer($($input)*)]
            pub(super) fn behind() $($output)* {
                $($before)*
                $($waits)*
                on_close! { $($handler)* }
                $($end)*
            }

            pub(super) mod plain {
                #[allow(unused_imports, reason = "not each body names something")]
                use super::super::*;

                pub(in super::super) fn oracle() $($output)* {
                    $($before)*
                    macro_rules! recv {
                        () => {
                            match $crate::closes::input::<$($input)*>() {
                                Some(input) => input,
                                None => return { $($handler)* },
                            }
                        };
                    }
                    $($waits)*
                    $($end)*
                }
            }
        }
    };
}
pub(crate) use closes;

/// `close!(name, [inputs])`: closed behind each number of them.
macro_rules! close {
    ($name:ident, [$($input:expr),*]) => {
        $crate::closes::closed($name::in_front, $name::plain::oracle, &[$($input),*]);
        $crate::closes::closed($name::behind, $name::plain::oracle, &[$($input),*]);
    };
}
pub(crate) use close;

/// An input of an oracle that has a handler: none if it is closed.
pub(crate) fn input<Input: Any>() -> Option<Input> {
    match catch_unwind(AssertUnwindSafe(|| tests::blocking::recv(()))) {
        Ok(input) => Some(input),
        Err(_) if closing() => None,
        Err(payload) => resume_unwind(payload),
    }
}

/// Closes both behind each number of inputs, and compares what their handlers give.
pub(crate) fn closed<Input: Any + Send + Copy, M, Output: Debug>(
    consumer: impl Fn() -> Unprimed<M>,
    oracle: impl Fn() -> Output + Send + Clone + 'static,
    inputs: &[Input],
) where
    M: Receive<Input, Reply = (), Output: Debug>,
{
    for upto in 0..=inputs.len() {
        let expected = closed_oracle(oracle.clone(), &inputs[..upto]);
        let trace = Log::default();
        trace.enter();
        let mut primed = consumer().prime();
        assert!(!primed.is_finished(), "it waits");
        for input in &inputs[..upto] {
            if !primed.is_finished()
                && let CoroutineState::Complete(output) = primed.send(*input)
            {
                log(format_args!("complete: {output:?}"));
            }
        }
        if !primed.is_finished() {
            let output = primed.close();
            log(format_args!("closed: {output:?}"));
        }
        assert_eq!(trace.lines(), expected, "left: closed behind {upto}");
    }
}

fn closed_oracle<Input: Any + Send + Copy, Output: Debug>(
    oracle: impl FnOnce() -> Output + Send + 'static,
    inputs: &[Input],
) -> Vec<String> {
    let trace = Log::default();
    trace.enter();
    let (oracle, mut answer) = Oracle::prime(&trace, move || {
        let output = oracle();
        if closing() {
            log(format_args!("closed: {:?}", Some(output)));
        } else {
            log(format_args!("complete: {output:?}"));
        }
    });
    assert!(matches!(answer, Answer::Yielded(_)), "{answer:?}");
    for input in inputs {
        if matches!(answer, Answer::Yielded(_)) {
            answer = oracle.send(*input);
        }
    }
    oracle.close();
    trace.lines()
}
