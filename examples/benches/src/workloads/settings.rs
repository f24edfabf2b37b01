//! Lines `key=value`, whose values are added up by key.
//!
//! Totals: keys, the sum of the values, lines of another form.

use crate::random::collect;
use crate::workload::{Totals, Way};
use coroutine_runtime::{consumer, on_close, recv};
use std::collections::BTreeMap;

#[consumer(&str)]
fn settings() -> Totals {
    let mut sums = BTreeMap::new();
    let (mut keys, mut total, mut bad) = (0, 0, 0);
    loop {
        let line = recv!();
        let Some((key, value)) = line.split_once('=') else {
            bad += 1;
            continue;
        };
        let value = value.parse::<u64>().unwrap_or(0);
        total += value;
        if let Some(sum) = sums.get_mut(key) {
            *sum += value;
        } else {
            keys += 1;
            sums.insert(key.to_string(), value);
        }
    }
    on_close! { [keys, total, bad] }
}

struct Hand {
    sums: BTreeMap<String, u64>,
    keys: u64,
    total: u64,
    bad: u64,
}

impl Hand {
    fn new() -> Self {
        Self { sums: BTreeMap::new(), keys: 0, total: 0, bad: 0 }
    }

    #[inline]
    fn send(&mut self, line: &str) {
        let Some((key, value)) = line.split_once('=') else {
            self.bad += 1;
            return;
        };
        let value = value.parse::<u64>().unwrap_or(0);
        self.total += value;
        if let Some(sum) = self.sums.get_mut(key) {
            *sum += value;
        } else {
            self.keys += 1;
            self.sums.insert(key.to_string(), value);
        }
    }

    fn totals(&self) -> Totals {
        [self.keys, self.total, self.bad]
    }
}

#[diapause::coroutine(yield = (), resume = &str)]
fn peer(totals: &mut Totals) {
    let mut sums: BTreeMap<String, u64> = BTreeMap::new();
    loop {
        let line = yield_!(());
        if let Some((key, value)) = line.split_once('=') {
            let value = value.parse::<u64>().unwrap_or(0);
            totals[1] += value;
            if let Some(sum) = sums.get_mut(key) {
                *sum += value;
            } else {
                totals[0] += 1;
                sums.insert(key.to_string(), value);
            }
        } else {
            totals[2] += 1;
        }
    }
}

macro_rules! body {
    ($totals:ident, $wait:expr) => {{
        let mut sums = BTreeMap::new();
        loop {
            let line: &str = $wait;
            let Some((key, value)) = line.split_once('=') else {
                $totals[2] += 1;
                continue;
            };
            let value = value.parse::<u64>().unwrap_or(0);
            $totals[1] += value;
            if let Some(sum) = sums.get_mut(key) {
                *sum += value;
            } else {
                $totals[0] += 1;
                sums.insert(key.to_string(), value);
            }
        }
    }};
}

task!(settings: &'static str, several_waits: false, library: None);

/// Lines with one of 64 keys. They stay to the end of the program, for most other ways of waiting
/// take no input that lives only as long as its own `send`.
fn inputs(length: usize) -> Vec<&'static str> {
    collect(length, |random, lines| {
        let (key, value) = (random.below(64), random.below(1_000_000));
        let line = match random.below(50) {
            0 => format!("# {value}"),
            _ => format!("setting.{key}={value}"),
        };
        lines.push(&*line.leak());
    })
}
