//! One wait that replies: each sample is answered with a mean over those before.
//!
//! Totals: the sum of the replies.

use crate::random::collect;
use crate::workload::{Run, Task, Totals, Way};
use coroutine_runtime::{CoroutineState, consumer, recv};

#[consumer(u8, reply = u32)]
fn smooth() {
    let mut mean = 0;
    loop {
        let sample = recv!(mean);
        mean = mean - mean / 16 + u32::from(sample);
    }
}

#[inline(never)]
fn send(inputs: &[u8]) -> Totals {
    let mut sum = 0;
    let mut consumer = smooth().prime();
    for &input in inputs {
        if let CoroutineState::Yielded(mean) = consumer.send(input) {
            sum += u64::from(mean);
        }
    }
    [sum, 0, 0]
}

struct Hand {
    mean: u32,
}

impl Hand {
    #[inline]
    fn send(&mut self, sample: u8) -> u32 {
        self.mean = self.mean - self.mean / 16 + u32::from(sample);
        self.mean
    }
}

#[inline(never)]
fn hand(inputs: &[u8]) -> Totals {
    let mut machine = Hand { mean: 0 };
    [inputs.iter().map(|&input| u64::from(machine.send(input))).sum(), 0, 0]
}

#[inline(never)]
fn pull(inputs: &[u8]) -> Totals {
    let mut sum = 0;
    let mut mean = 0;
    for &sample in inputs {
        mean = mean - mean / 16 + u32::from(sample);
        sum += u64::from(mean);
    }
    [sum, 0, 0]
}

#[diapause::coroutine(yield = u32, resume = u8)]
fn peer() {
    let mut mean: u32 = 0;
    loop {
        let sample = yield_!(mean);
        mean = mean - mean / 16 + u32::from(sample);
    }
}

#[inline(never)]
fn diapause(inputs: &[u8]) -> Totals {
    use diapause::Coroutine as _;
    let mut sum = 0;
    let mut coroutine = peer();
    let _ = coroutine.start();
    for &input in inputs {
        if let diapause::CoroutineState::Yielded(mean) = coroutine.resume(input) {
            sum += u64::from(mean);
        }
    }
    [sum, 0, 0]
}

#[inline(never)]
fn genawaiter(inputs: &[u8]) -> Totals {
    let mut sum = 0;
    genawaiter::stack::let_gen_using!(coroutine, |co| async move {
        let mut mean = 0;
        loop {
            let sample = co.yield_(mean).await;
            mean = mean - mean / 16 + u32::from(sample);
        }
    });
    coroutine.resume_with(0u8);
    for &input in inputs {
        let genawaiter::GeneratorState::Yielded(mean) = coroutine.resume_with(input);
        sum += u64::from(mean);
    }
    [sum, 0, 0]
}

#[inline(never)]
fn corosensei(inputs: &[u8]) -> Totals {
    let mut sum = 0;
    let mut coroutine = corosensei::Coroutine::<u8, u32, ()>::new(|wait, _first| {
        let mut mean = 0;
        loop {
            let sample = wait.suspend(mean);
            mean = mean - mean / 16 + u32::from(sample);
        }
    });
    coroutine.resume(0);
    for &input in inputs {
        if let corosensei::CoroutineResult::Yield(mean) = coroutine.resume(input) {
            sum += u64::from(mean);
        }
    }
    [sum, 0, 0]
}

#[cfg(not(coroutines))]
mod nightly {
    pub(super) const RUN: crate::workload::Run<u8> = None;
    pub(super) fn state() -> Option<usize> {
        None
    }
}

#[cfg(coroutines)]
mod nightly;

pub(crate) fn task() -> Task<u8> {
    Task { name: "smooth", several_waits: false, inputs, feed: None, run, state }
}

fn run(way: Way) -> Run<u8> {
    match way {
        Way::Send => Some(send),
        Way::Hand => Some(hand),
        Way::Pull => Some(pull),
        Way::Diapause => Some(diapause),
        Way::Nightly => nightly::RUN,
        Way::Genawaiter => Some(genawaiter),
        Way::Corosensei => Some(corosensei),
        Way::Feed | Way::Library => None,
    }
}

fn state(way: Way) -> Option<usize> {
    match way {
        Way::Send => Some(size_of_val(&smooth())),
        Way::Hand => Some(size_of::<Hand>()),
        Way::Diapause => Some(size_of_val(&peer())),
        Way::Nightly => nightly::state(),
        _ => None,
    }
}

fn inputs(length: usize) -> Vec<u8> {
    collect(length, |random, data| data.push(random.byte()))
}
