//! `feed` and `send_all`.

use std::slice::Iter;

use coroutine_runtime::__private::Start;
use coroutine_runtime::{Consumer, CoroutineState, Receive, SendError, Step, Unprimed};

use crate::machines::{grep, running_sum, total};
use crate::support::{Log, Token, panic_of};

#[test]
fn feed_hands_back_what_was_not_taken() {
    let mut sum = total(Token(Log::default()), |sum| sum).prime();
    assert_eq!(sum.feed(&[1, 2, 3]), CoroutineState::Yielded(()));
    assert_eq!(sum.feed(&[]), CoroutineState::Yielded(()));
    assert_eq!(sum.feed(&[4, 0, 5, 6]), CoroutineState::Complete((10, &[5, 6][..])));
}

#[test]
fn feed_takes_inputs_that_borrow() {
    let log = Log::default();
    let mut g = grep("a", log.clone()).prime();
    let lines = String::from("a\nb\nab");
    g.feed(&lines.lines().collect::<Vec<_>>());
    drop(lines);
    assert_eq!(log.take(), ["looking for a", "a", "ab"]);
}

#[test]
fn feeding_a_finished_consumer_panics_where_it_was_called() {
    let mut sum = total(Token(Log::default()), |sum| sum).prime();
    sum.send(0);
    assert_eq!(sum.feed(&[]), CoroutineState::Yielded(()));
    let line = line!() + 1;
    let panic = panic_of(|| sum.feed(&[1]));
    assert_eq!(panic.message, "sent to `total`, which has finished");
    assert_eq!((panic.file.as_str(), panic.line), (file!(), line));
}

#[test]
fn send_all_takes_nothing_past_the_end() {
    let mut sum = total(Token(Log::default()), |sum| sum).prime();
    let mut inputs = [1, 2, 0, 5, 6].into_iter();
    assert_eq!(sum.send_all(inputs.by_ref().take(2)), CoroutineState::Yielded(()));
    assert_eq!(sum.send_all(inputs.by_ref()), CoroutineState::Complete(3));
    assert_eq!(inputs.as_slice(), [5, 6]);

    assert_eq!(sum.send_all([]), CoroutineState::Yielded(()));
    let line = line!() + 1;
    let panic = panic_of(|| sum.send_all(inputs.by_ref()));
    assert_eq!((panic.file.as_str(), panic.line), (file!(), line));
    assert_eq!(inputs.as_slice(), [6]);
}

#[test]
fn an_iterator_that_panics_does_not_finish_the_consumer() {
    let mut sum = total(Token(Log::default()), |sum| sum).prime();
    let inputs = (1..).map(|n| if n < 3 { n } else { panic!("no more") });
    assert_eq!(panic_of(|| sum.send_all(inputs)).message, "no more");
    assert_eq!(sum.send(0), CoroutineState::Complete(3));
}

fn feed<C: Consumer<u32>>(mut to: C, inputs: &[u32]) -> CoroutineState<(), (C::Output, &[u32])> {
    to.feed(inputs)
}

#[test]
fn feed_of_the_trait_hands_back_what_was_not_taken() {
    let mut sum = total(Token(Log::default()), |sum| sum).prime();
    assert_eq!(feed(&mut sum, &[1, 2]), CoroutineState::Yielded(()));
    let object: &mut dyn Consumer<u32, Reply = (), Output = u32> = &mut sum;
    assert_eq!(object.feed(&[3, 0, 5]), CoroutineState::Complete((6, &[5][..])));
    assert_eq!(object.feed(&[]), CoroutineState::Yielded(()));
    let line = line!() + 1;
    let panic = panic_of(|| feed_here(&mut sum, &[1]));
    assert_eq!((panic.file.as_str(), panic.line), (file!(), line));
}

#[track_caller]
fn feed_here<C: Consumer<u32>>(to: &mut C, inputs: &[u32]) {
    to.feed(inputs);
}

/// A machine of a batch: fed, it takes all; it is not to be sent to.
fn fed() -> Unprimed<impl Receive<u32, Reply = (), Output = usize>> {
    fn receive<F: Fn(&mut bool, u32) -> Step<(), usize>>(transition: F) -> F {
        transition
    }
    fn feed<F: Fn(&mut bool, &mut Iter<'_, u32>) -> Option<usize>>(transition: F) -> F {
        transition
    }

    let start = Start(true);
    let names = start.names(|waits| waits.then_some("N"));
    let prime = start.prime(|_| Some(()));
    let receive = receive(|_, _| unreachable!("sent to"));
    let feed = feed(|_, rest| Some(rest.by_ref().count()));
    let close = start.close(|waits| {
        *waits = false;
        None
    });
    start.machine(|| "fed", |waits| *waits = false, names, (prime, receive, feed), close)
}

#[test]
fn feed_of_the_trait_runs_the_loops_of_a_batch() {
    type Object<'a> = &'a mut dyn Consumer<u32, Reply = (), Output = usize>;

    let complete = CoroutineState::Complete((3, &[][..]));
    assert_eq!(feed(fed().prime(), &[1, 2, 3]), complete);
    assert_eq!(feed(&mut fed().prime(), &[1, 2, 3]), complete);
    assert_eq!(feed(&mut fed().prime() as Object<'_>, &[1, 2, 3]), complete);
    #[cfg(feature = "alloc")]
    assert_eq!(feed(Box::new(fed().prime()), &[1, 2, 3]), complete);
}

#[test]
fn feed_of_the_trait_drops_the_replies() {
    let mut sums = running_sum().prime();
    assert_eq!(feed(&mut sums, &[1, 2]), CoroutineState::Yielded(()));
    assert_eq!(sums.send(3), CoroutineState::Yielded(6));
}

#[test]
fn feed_of_the_trait_is_a_send_for_each_unless_it_is_overridden() {
    struct UntilZero(Vec<u32>);

    impl Consumer<u32> for UntilZero {
        type Reply = u32;
        type Output = usize;

        fn send(&mut self, input: u32) -> CoroutineState<u32, usize> {
            self.0.push(input);
            match input {
                0 => CoroutineState::Complete(self.0.len()),
                _ => CoroutineState::Yielded(input),
            }
        }

        fn try_send(&mut self, input: u32) -> Result<CoroutineState<u32, usize>, SendError<u32>> {
            Ok(self.send(input))
        }

        fn close(&mut self) -> Option<usize> {
            None
        }

        fn is_finished(&self) -> bool {
            false
        }
    }

    let mut until_zero = UntilZero(Vec::new());
    assert_eq!(feed(&mut until_zero, &[2, 1]), CoroutineState::Yielded(()));
    assert_eq!(feed(&mut until_zero, &[0, 1]), CoroutineState::Complete((3, &[1][..])));
    assert_eq!(until_zero.0, [2, 1, 0]);
}
