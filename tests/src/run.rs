//! One schedule for both.

use crate::blocking::{Answer, Oracle};
use crate::consumed::Consumed;
use crate::log::{Log, log};
use coroutine_runtime::{Receive, Unprimed};
use std::any::Any;
use std::fmt::Debug;

/// The inputs to send. What has not finished then is closed.
pub struct Schedule<Input> {
    inputs: Vec<Input>,
    by_drop: bool,
}

impl<Input> Schedule<Input> {
    /// Ends with `close()`.
    pub fn close(inputs: impl IntoIterator<Item = Input>) -> Self {
        Schedule { inputs: inputs.into_iter().collect(), by_drop: false }
    }

    /// Ends with the drop of the consumer.
    pub fn drop(inputs: impl IntoIterator<Item = Input>) -> Self {
        Schedule { by_drop: true, ..Self::close(inputs) }
    }
}

/// Runs a consumer and its oracle.
pub struct Run;

impl Run {
    /// What the consumer did, if it is what the oracle does too. `input` makes the inputs of each.
    ///
    /// # Panics
    ///
    /// If the traces differ.
    pub fn compare<Input: Any + Send, M, Output: Debug>(
        consumer: impl FnOnce() -> Unprimed<M>,
        oracle: impl FnOnce() -> Output + Send + 'static,
        schedule: impl Fn() -> Schedule<Input>,
    ) -> Vec<String>
    where
        M: Receive<Input, Reply: Debug, Output: Debug>,
    {
        let expected = Self::oracle(oracle, schedule());
        let actual = Self::consumer(consumer, schedule());
        assert_eq!(actual, expected, "left: the consumer, right: the oracle");
        actual
    }

    fn oracle<Input: Any + Send, Output: Debug>(
        body: impl FnOnce() -> Output + Send + 'static,
        schedule: Schedule<Input>,
    ) -> Vec<String> {
        let trace = Log::default();
        trace.enter();
        let (oracle, answer) = Oracle::prime(&trace, body);
        let mut waits = note("prime", &answer);
        for input in schedule.inputs {
            if !waits {
                drop(input);
                continue;
            }
            waits = note("send", &oracle.send(input));
        }
        if waits {
            log("close");
        }
        oracle.close();
        trace.lines()
    }

    fn consumer<Input, M>(
        consumer: impl FnOnce() -> Unprimed<M>,
        schedule: Schedule<Input>,
    ) -> Vec<String>
    where
        M: Receive<Input, Reply: Debug, Output: Debug>,
    {
        let trace = Log::default();
        trace.enter();
        let (mut driven, answer) = Consumed::prime(consumer());
        let mut waits = note("prime", &answer);
        for input in schedule.inputs {
            match &mut driven {
                Some(driven) if waits => waits = note("send", &driven.send(input)),
                _ => drop(input),
            }
        }
        if waits {
            log("close");
        }
        if let Some(driven) = driven {
            driven.close(schedule.by_drop);
        }
        trace.lines()
    }
}

/// Writes an answer, and tells whether the body waits for more.
fn note(what: &str, answer: &Answer) -> bool {
    log(format_args!("{what}: {answer:?}"));
    matches!(answer, Answer::Yielded(_))
}
