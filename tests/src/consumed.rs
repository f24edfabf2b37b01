//! The consumer under test, driven as the oracle is.

use crate::blocking::{Answer, message};
use coroutine_runtime::{CoroutineState, Machine, Primed, Receive, Unprimed};
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A consumer that answers in text.
pub struct Consumed<M: Machine>(Primed<M>);

impl<M: Machine<Output: Debug>> Consumed<M> {
    /// Runs it to its first `recv!()`; none if it finished there.
    ///
    /// # Panics
    ///
    /// If what it tells of itself does not agree with its answer.
    pub fn prime<Input>(unprimed: Unprimed<M>) -> (Option<Self>, Answer)
    where
        M: Receive<Input, Reply: Debug>,
    {
        match catch_unwind(AssertUnwindSafe(|| unprimed.prime_with_reply())) {
            Ok((primed, Some(reply))) => {
                (Some(Self(primed)), Answer::Yielded(format!("{reply:?}")))
            }
            Ok((primed, None)) => {
                assert!(primed.is_finished(), "the body returned while it was primed");
                let output = primed.close().expect("its output is what `close` gives");
                (None, Answer::Complete(format!("{output:?}")))
            }
            Err(payload) => (None, Answer::Panicked(message(&*payload))),
        }
    }

    /// Sends an input.
    ///
    /// # Panics
    ///
    /// If what it tells of itself does not agree with its answer.
    pub fn send<Input>(&mut self, input: Input) -> Answer
    where
        M: Receive<Input, Reply: Debug>,
    {
        let answer = match catch_unwind(AssertUnwindSafe(|| self.0.send(input))) {
            Ok(CoroutineState::Yielded(reply)) => Answer::Yielded(format!("{reply:?}")),
            Ok(CoroutineState::Complete(output)) => Answer::Complete(format!("{output:?}")),
            Err(payload) => Answer::Panicked(message(&*payload)),
        };
        assert_eq!(self.0.is_finished(), !matches!(answer, Answer::Yielded(_)));
        assert_eq!(self.0.is_finished(), self.0.state() == "Done");
        answer
    }

    /// Feeds it a slice, and tells how many of the inputs are left: none after a panic, which does not tell.
    ///
    /// # Panics
    ///
    /// If what it tells of itself does not agree with its answer, or what is left is not the slice's end.
    pub fn feed<Input: Copy>(&mut self, inputs: &[Input]) -> (Answer, usize)
    where
        M: Receive<Input, Reply = ()>,
    {
        let (answer, left) = match catch_unwind(AssertUnwindSafe(|| self.0.feed(inputs))) {
            Ok(CoroutineState::Yielded(())) => (Answer::Yielded(String::from("()")), 0),
            Ok(CoroutineState::Complete((output, rest))) => {
                assert_eq!(rest.as_ptr_range().end, inputs.as_ptr_range().end);
                (Answer::Complete(format!("{output:?}")), rest.len())
            }
            Err(payload) => (Answer::Panicked(message(&*payload)), 0),
        };
        assert_eq!(self.0.is_finished(), !matches!(answer, Answer::Yielded(_)));
        assert_eq!(self.0.is_finished(), self.0.state() == "Done");
        (answer, left)
    }

    /// Where it waits.
    #[must_use]
    pub fn state(&self) -> &'static str {
        self.0.state()
    }

    /// Closes it, by name or by dropping it.
    ///
    /// # Panics
    ///
    /// If it gives an output, which it has no handler to make.
    pub fn close(self, by_drop: bool) {
        if by_drop {
            drop(self.0);
        } else {
            assert!(self.0.close().is_none(), "without a handler there is no output to give");
        }
    }
}
