//! Framing with four waits: a mark, a length, the bytes, and their sum.
//!
//! Totals: good frames, bad frames, the sum of the first bytes of good ones.

use crate::random::collect;
use crate::workload::{Totals, Way};
use coroutine_runtime::{consumer, on_close, recv};

const MARK: u8 = 0x7e;

#[consumer(u8, batch)]
fn frames() -> Totals {
    let mut buf = Vec::with_capacity(256);
    let (mut good, mut bad, mut first) = (0, 0, 0);
    loop {
        while recv!() != MARK {}
        let length = recv!();
        buf.clear();
        let mut sum = 0u8;
        for _ in 0..length {
            let byte = recv!();
            sum = sum.wrapping_add(byte);
            buf.push(byte);
        }
        if recv!() == sum {
            good += 1;
            first += u64::from(buf.first().copied().unwrap_or(0));
        } else {
            bad += 1;
        }
    }
    on_close! { [good, bad, first] }
}

struct Hand {
    buf: Vec<u8>,
    good: u64,
    bad: u64,
    first: u64,
    at: At,
}

enum At {
    Mark,
    Length,
    Byte { left: u8, sum: u8 },
    Sum { sum: u8 },
}

impl Hand {
    fn new() -> Self {
        Self { buf: Vec::with_capacity(256), good: 0, bad: 0, first: 0, at: At::Mark }
    }

    #[inline]
    fn send(&mut self, byte: u8) {
        match &mut self.at {
            At::Mark => {
                if byte == MARK {
                    self.at = At::Length;
                }
            }
            At::Length => {
                self.buf.clear();
                self.at =
                    if byte == 0 { At::Sum { sum: 0 } } else { At::Byte { left: byte, sum: 0 } };
            }
            At::Byte { left, sum } => {
                *sum = sum.wrapping_add(byte);
                self.buf.push(byte);
                *left -= 1;
                if *left == 0 {
                    self.at = At::Sum { sum: *sum };
                }
            }
            At::Sum { sum } => {
                if byte == *sum {
                    self.good += 1;
                    self.first += u64::from(self.buf.first().copied().unwrap_or(0));
                } else {
                    self.bad += 1;
                }
                self.at = At::Mark;
            }
        }
    }

    fn totals(&self) -> Totals {
        [self.good, self.bad, self.first]
    }
}

#[diapause::coroutine(yield = (), resume = u8)]
fn peer(totals: &mut Totals) {
    let mut buf: Vec<u8> = Vec::with_capacity(256);
    loop {
        loop {
            let mark = yield_!(());
            if mark == MARK {
                break;
            }
        }
        let length = yield_!(());
        let length: u8 = length;
        buf.clear();
        let mut sum: u8 = 0;
        for _ in 0u8..length {
            let byte = yield_!(());
            sum = sum.wrapping_add(byte);
            buf.push(byte);
        }
        let check = yield_!(());
        if check == sum {
            totals[0] += 1;
            totals[2] += u64::from(buf.first().copied().unwrap_or(0));
        } else {
            totals[1] += 1;
        }
    }
}

macro_rules! body {
    ($totals:ident, $wait:expr) => {{
        let mut buf = Vec::with_capacity(256);
        loop {
            while $wait != MARK {}
            let length = $wait;
            buf.clear();
            let mut sum = 0u8;
            for _ in 0..length {
                let byte = $wait;
                sum = sum.wrapping_add(byte);
                buf.push(byte);
            }
            if $wait == sum {
                $totals[0] += 1;
                $totals[2] += u64::from(buf.first().copied().unwrap_or(0));
            } else {
                $totals[1] += 1;
            }
        }
    }};
}

task!(frames: u8, several_waits: true, library: None);

/// Frames with noise between them, of which one in a hundred is spoilt.
fn inputs(length: usize) -> Vec<u8> {
    collect(length, |random, data| {
        data.extend((0..random.below(16)).map(|_| 1));
        let bytes = random.byte();
        data.extend([MARK, bytes]);
        let start = data.len();
        data.extend(random.bytes(bytes.into()));
        let sum = data[start..].iter().fold(0u8, |sum, byte| sum.wrapping_add(*byte));
        data.push(sum ^ u8::from(random.one_in(100)));
    })
}
