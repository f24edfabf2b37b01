//! Time for each input.
//!
//! A loop of its own rather than criterion's or divan's, which measure one thing to its end before
//! the next: what the machine does meanwhile would go into the ratios. Here the ways take turns in
//! rounds, a ratio is taken within each round, and the median of those counts.

use crate::workload::{Way, Workload};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// As long as one way takes in one round, about; some go over a part of the inputs in that time.
const TURN: Duration = Duration::from_millis(25);

/// Nanoseconds for each input, of each way in each round.
pub(crate) struct Times(Vec<(Way, Vec<f64>)>);

impl Times {
    pub(crate) fn measure(workload: &dyn Workload, rounds: usize) -> Self {
        // Once before, for this makes the inputs.
        workload.run(Way::Pull, 0);
        let ways = Way::ALL.into_iter().filter_map(|way| Some((way, turn(workload, way)?)));
        let ways: Vec<(Way, usize)> = ways.collect();
        let mut times: Vec<_> = ways.iter().map(|(way, _)| (*way, Vec::new())).collect();
        for _ in 0..rounds {
            for ((way, inputs), (_, times)) in ways.iter().zip(&mut times) {
                let time = run(workload, *way, *inputs).unwrap_or_default();
                times.push(time.as_secs_f64() * 1e9 / *inputs as f64);
            }
        }
        Self(times)
    }

    fn of(&self, way: Way) -> Option<&[f64]> {
        self.0.iter().find(|(known, _)| *known == way).map(|(_, times)| times.as_slice())
    }

    pub(crate) fn median(&self, way: Way) -> Option<f64> {
        Some(median(self.of(way)?.to_vec()))
    }

    pub(crate) fn ratio(&self, way: Way, to: Way) -> Option<f64> {
        Some(median(self.of(way)?.iter().zip(self.of(to)?).map(|(time, to)| time / to).collect()))
    }
}

fn run(workload: &dyn Workload, way: Way, inputs: usize) -> Option<Duration> {
    let start = Instant::now();
    black_box(workload.run(way, black_box(inputs))?);
    Some(start.elapsed())
}

/// How many inputs to give a way in one round.
fn turn(workload: &dyn Workload, way: Way) -> Option<usize> {
    let all = workload.inputs();
    let mut inputs = all / 256;
    while inputs < all && run(workload, way, inputs)? < TURN / 2 {
        inputs *= 2;
    }
    Some(inputs.min(all))
}

pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
