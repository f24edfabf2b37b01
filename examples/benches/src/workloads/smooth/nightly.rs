//! The coroutine of rustc, apart from its neighbours: they are to parse where it is unknown.

use crate::workload::{Run, Totals};
use std::ops::{Coroutine, CoroutineState};
use std::pin::Pin;

pub(super) const RUN: Run<u8> = Some(run);

fn coroutine() -> impl Coroutine<u8, Yield = u32> + Unpin {
    #[coroutine]
    |_first: u8| {
        let mut mean = 0;
        loop {
            let sample = yield mean;
            mean = mean - mean / 16 + u32::from(sample);
        }
    }
}

pub(super) fn state() -> Option<usize> {
    Some(size_of_val(&coroutine()))
}

#[inline(never)]
fn run(inputs: &[u8]) -> Totals {
    let mut sum = 0;
    let mut coroutine = coroutine();
    Pin::new(&mut coroutine).resume(0);
    for &input in inputs {
        if let CoroutineState::Yielded(mean) = Pin::new(&mut coroutine).resume(input) {
            sum += u64::from(mean);
        }
    }
    [sum, 0, 0]
}
