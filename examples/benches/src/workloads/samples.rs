//! Two waits that take turns: big-endian samples of 16 bits.
//!
//! Totals: how many, their sum, the greatest.

use crate::random::collect;
use crate::workload::{Totals, Way};
use coroutine_runtime::{consumer, on_close, recv};

#[consumer(u8, batch)]
fn samples() -> Totals {
    let (mut count, mut sum, mut greatest) = (0, 0, 0);
    loop {
        let high = recv!();
        let low = recv!();
        let sample = u64::from(u16::from_be_bytes([high, low]));
        count += 1;
        sum += sample;
        greatest = sample.max(greatest);
    }
    on_close! { [count, sum, greatest] }
}

struct Hand {
    count: u64,
    sum: u64,
    greatest: u64,
    at: At,
}

enum At {
    High,
    Low { high: u8 },
}

impl Hand {
    fn new() -> Self {
        Self { count: 0, sum: 0, greatest: 0, at: At::High }
    }

    #[inline]
    fn send(&mut self, byte: u8) {
        match self.at {
            At::High => self.at = At::Low { high: byte },
            At::Low { high } => {
                let sample = u64::from(u16::from_be_bytes([high, byte]));
                self.count += 1;
                self.sum += sample;
                self.greatest = sample.max(self.greatest);
                self.at = At::High;
            }
        }
    }

    fn totals(&self) -> Totals {
        [self.count, self.sum, self.greatest]
    }
}

#[diapause::coroutine(yield = (), resume = u8)]
fn peer(totals: &mut Totals) {
    loop {
        let high = yield_!(());
        let low = yield_!(());
        let sample = u64::from(u16::from_be_bytes([high, low]));
        totals[0] += 1;
        totals[1] += sample;
        totals[2] = sample.max(totals[2]);
    }
}

macro_rules! body {
    ($totals:ident, $wait:expr) => {
        loop {
            let high = $wait;
            let low = $wait;
            let sample = u64::from(u16::from_be_bytes([high, low]));
            $totals[0] += 1;
            $totals[1] += sample;
            $totals[2] = sample.max($totals[2]);
        }
    };
}

task!(samples: u8, several_waits: true, library: None);

fn inputs(length: usize) -> Vec<u8> {
    collect(length, |random, data| data.push(random.byte()))
}
