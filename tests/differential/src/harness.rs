//! What the generated program drives its bodies with.
//!
//! A module of this crate, so that it is linted and tested; compiled into the generated program by its path, so
//! that the program depends on nothing but the consumers and their tests.

use crate::drive::{Schedule, Subject, drive, fed, sent};
use coroutine_runtime::{Machine, Receive, Unprimed};
use std::any::Any;
use std::cell::Cell;
use std::fmt::Debug;
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind};
use tests::blocking::{Answer, Oracle, closing, message};
use tests::{Consumed, Guard, Log, guard};

/// An input made of a number.
pub trait Input: Any + Send {
    /// The input; the same one for the same number.
    fn make(number: u32) -> Self;
}

impl Input for u32 {
    fn make(number: u32) -> Self {
        number
    }
}

impl Input for &'static str {
    fn make(number: u32) -> Self {
        const WORDS: [&str; 6] = ["", "a", "bb", "c c", "dddd", "ee, e"];
        WORDS[number as usize % WORDS.len()]
    }
}

impl Input for Guard {
    fn make(number: u32) -> Self {
        guard(format_args!("in{number}"))
    }
}

/// A body in one of its forms, run by a schedule: gives its trace.
pub type Run = fn(&Schedule) -> Vec<String>;

/// A body in all of its forms. The first is what the others are compared with.
pub struct Case {
    /// Which body it is.
    pub index: u64,
    /// How it is run.
    pub schedules: &'static [Schedule],
    /// The name of each form, and how to run it.
    pub forms: &'static [(&'static str, Run)],
}

/// Runs each case by each of its schedules, and prints what comes of it, in lines that `outcome` reads.
pub fn main(cases: &[Case]) {
    std::panic::set_hook(Box::new(|_| ()));
    let from = std::env::args().nth(1).and_then(|from| from.parse().ok()).unwrap_or(0);
    for case in cases.iter().skip(from) {
        println!("begin {}", case.index);
        for (number, schedule) in case.schedules.iter().enumerate() {
            run(case, number, schedule);
        }
        println!("end {}", case.index);
    }
}

fn run(case: &Case, number: usize, schedule: &Schedule) {
    let mut expected: Option<Vec<String>> = None;
    for (form, run) in case.forms {
        println!("running {number} {form}");
        let trace = catch_unwind(AssertUnwindSafe(|| run(schedule)))
            .unwrap_or_else(|payload| vec![format!("harness: {}", message(&*payload))]);
        match &expected {
            None => {
                println!("waits {}", sent(&trace));
                println!("fed {}", fed(&trace));
                expected = Some(trace);
            }
            Some(expected) if *expected == trace => {}
            Some(expected) => {
                println!("differs {number} {form}");
                print("expected", expected);
                print("actual", &trace);
            }
        }
    }
}

fn print(what: &str, trace: &[String]) {
    for line in trace {
        println!("{what} {}", line.escape_debug());
    }
}

/// Runs the consumer, by sends: each goes along an edge of its graph.
pub fn consumer<I: Input, M>(
    make: impl FnOnce() -> Unprimed<M>,
    schedule: &Schedule,
    graph: &str,
) -> Vec<String>
where
    M: Receive<I, Reply: Debug, Output: Debug>,
{
    run_consumer::<I, M>(make, schedule, graph, |schedule, primed, consumer| {
        drive(schedule, primed, &mut |input: u32| {
            let before = consumer.state();
            let answer = consumer.send(I::make(input));
            follow(graph, before, &answer, consumer.state());
            answer
        })
    })
}

/// Whether a graph has an edge for what an answer tells, by the names of the states.
fn follow(graph: &str, before: &str, answer: &Answer, after: &str) {
    let after = match answer {
        Answer::Yielded(_) => after,
        Answer::Complete(_) => "[*]",
        _ => return,
    };
    let edge = format!("{before} --> {after}");
    // Some have a label behind a colon.
    let found =
        graph.lines().any(|line| line.split(": ").next().is_some_and(|at| at.trim() == edge));
    assert!(found, "the graph has no edge {edge}");
}

/// Runs the consumer, and feeds it what comes in slices.
pub fn batch<I: Input + Copy, M>(
    make: impl FnOnce() -> Unprimed<M>,
    schedule: &Schedule,
    graph: &str,
) -> Vec<String>
where
    M: Receive<I, Reply = (), Output: Debug>,
{
    run_consumer::<I, M>(make, schedule, graph, |schedule, primed, consumer| {
        drive(schedule, primed, &mut Fed::<I, M>(consumer, PhantomData))
    })
}

/// A consumer that takes slices.
struct Fed<'a, I, M: Machine>(&'a mut Consumed<M>, PhantomData<I>);

impl<I: Input + Copy, M: Receive<I, Reply = (), Output: Debug>> Subject for Fed<'_, I, M> {
    fn send(&mut self, input: u32) -> Answer {
        self.0.send(I::make(input))
    }

    fn feed(&mut self, inputs: &[u32]) -> (Answer, usize) {
        let inputs = inputs.iter().map(|input| I::make(*input)).collect::<Vec<_>>();
        self.0.feed(&inputs)
    }
}

fn run_consumer<I: Input, M>(
    make: impl FnOnce() -> Unprimed<M>,
    schedule: &Schedule,
    graph: &str,
    take: impl FnOnce(&Schedule, &Answer, &mut Consumed<M>) -> bool,
) -> Vec<String>
where
    M: Receive<I, Reply: Debug, Output: Debug>,
{
    let trace = Log::default();
    trace.enter();
    let (consumer, primed) = Consumed::prime::<I>(make());
    follow(graph, "[*]", &primed, consumer.as_ref().map_or("Done", Consumed::state));
    match consumer {
        Some(mut consumer) => {
            let waits = take(schedule, &primed, &mut consumer);
            consumer.close(schedule.by_drop && waits);
        }
        None => drop(drive(schedule, &primed, &mut |_: u32| Answer::Closed)),
    }
    trace.lines()
}

/// Runs the plain function on a thread of its own.
pub fn plain<I: Input, Output: Debug>(
    body: impl FnOnce() -> Output + Send + 'static,
    schedule: &Schedule,
) -> Vec<String> {
    let trace = Log::default();
    trace.enter();
    let (oracle, answer) = Oracle::prime(&trace, body);
    drive(schedule, &answer, &mut |input: u32| oracle.send(I::make(input)));
    oracle.close();
    trace.lines()
}

thread_local! {
    static DROPPING: Cell<bool> = const { Cell::new(false) };
}

/// Runs `end`, in which a coroutine that waits is dropped.
pub fn dropping(end: impl FnOnce()) {
    DROPPING.set(true);
    end();
    DROPPING.set(false);
}

/// `on_close!` of the forms without the macro: stands where the handler does, as the newest local of its block.
pub struct OnClose<F: Fn()>(F);

impl<F: Fn()> OnClose<F> {
    /// Calls the handler when it is dropped by a close.
    pub fn new(handler: F) -> Self {
        Self(handler)
    }
}

impl<F: Fn()> Drop for OnClose<F> {
    fn drop(&mut self) {
        if closing() || DROPPING.get() {
            (self.0)();
        }
    }
}

#[cfg(test)]
mod tests_of_harness {
    use super::*;
    use crate::drive::Part;
    use tests::log;

    #[test]
    fn a_handler_runs_only_when_closed() {
        let body = || {
            let outer = guard("outer");
            let _handler = OnClose::new(|| log(format_args!("handler of {outer}")));
            tests::blocking::recv::<u32, ()>(())
        };
        let closed = plain::<u32, u32>(body, &Schedule { parts: &[], by_drop: false });
        let handled = ["+outer", "prime: Yielded(\"()\")", "close", "handler of outer", "-outer"];
        assert_eq!(closed, handled);
        let parts = &[Part::Send(4)];
        let sent = plain::<u32, u32>(body, &Schedule { parts, by_drop: false });
        assert_eq!(sent[2..], ["-outer", "send: Complete(\"4\")"]);
        let parts = &[Part::Feed(&[]), Part::Feed(&[4, 5])];
        let fed = plain::<u32, u32>(body, &Schedule { parts, by_drop: false });
        let taken = ["feed 0 of 0: Yielded(\"()\")", "-outer", "feed 1 of 2: Complete(\"4\")"];
        assert_eq!(fed[2..], taken);
    }
}
