//! A COBS decoder that holds the message in an array.
//!
//! Totals: messages, the sum of their bytes, errors.

use crate::random::collect;
use crate::workload::zeros;
use crate::workload::{Totals, Way};
use coroutine_runtime::{consumer, on_close, recv};

#[inline]
fn sum_of(message: &[u8]) -> u64 {
    message.iter().map(|&byte| u64::from(byte)).sum()
}

#[consumer(u8)]
fn cobs() -> Totals {
    let mut message = [0; 256];
    let (mut messages, mut sum, mut errors) = (0, 0, 0);
    'message: loop {
        let mut length = 0;
        let mut code = recv!();
        while code != 0 {
            for _ in 1..code {
                let byte = recv!();
                if byte == 0 || length == message.len() {
                    errors += 1;
                    continue 'message;
                }
                message[length] = byte;
                length += 1;
            }
            let next = recv!();
            if next != 0 && code != 0xff {
                if length == message.len() {
                    errors += 1;
                    continue 'message;
                }
                message[length] = 0;
                length += 1;
            }
            if next == 0 {
                messages += 1;
                sum += sum_of(&message[..length]);
            }
            code = next;
        }
    }
    on_close! { [messages, sum, errors] }
}

struct Hand {
    message: [u8; 256],
    length: usize,
    messages: u64,
    sum: u64,
    errors: u64,
    at: At,
}

enum At {
    Start,
    Byte { code: u8, left: u8 },
    Code { code: u8 },
}

impl Hand {
    fn new() -> Self {
        Self { message: [0; 256], length: 0, messages: 0, sum: 0, errors: 0, at: At::Start }
    }

    #[inline]
    fn send(&mut self, byte: u8) {
        match &mut self.at {
            At::Start => {
                self.length = 0;
                self.start_run(byte);
            }
            At::Byte { code, left } => {
                if byte == 0 || self.length == self.message.len() {
                    return self.refuse();
                }
                self.message[self.length] = byte;
                self.length += 1;
                *left -= 1;
                if *left == 0 {
                    self.at = At::Code { code: *code };
                }
            }
            At::Code { code } => {
                if byte == 0 {
                    self.messages += 1;
                    self.sum += sum_of(&self.message[..self.length]);
                } else if *code != 0xff {
                    if self.length == self.message.len() {
                        return self.refuse();
                    }
                    self.message[self.length] = 0;
                    self.length += 1;
                }
                self.start_run(byte);
            }
        }
    }

    #[inline]
    fn start_run(&mut self, code: u8) {
        self.at = match code {
            0 => At::Start,
            1 => At::Code { code },
            _ => At::Byte { code, left: code - 1 },
        };
    }

    #[inline]
    fn refuse(&mut self) {
        self.errors += 1;
        self.at = At::Start;
    }

    fn totals(&self) -> Totals {
        [self.messages, self.sum, self.errors]
    }
}

#[diapause::coroutine(yield = (), resume = u8)]
fn peer(totals: &mut Totals) {
    let mut message: [u8; 256] = zeros();
    'message: loop {
        let mut length: usize = 0;
        let first = yield_!(());
        let mut code: u8 = first;
        while code != 0 {
            for _ in 1u8..code {
                let byte = yield_!(());
                if byte == 0 || length == message.len() {
                    totals[2] += 1;
                    continue 'message;
                }
                message[length] = byte;
                length += 1;
            }
            let next = yield_!(());
            if next != 0 && code != 0xff {
                if length == message.len() {
                    totals[2] += 1;
                    continue 'message;
                }
                message[length] = 0;
                length += 1;
            }
            if next == 0 {
                totals[0] += 1;
                totals[1] += sum_of(&message[..length]);
            }
            code = next;
        }
    }
}

macro_rules! body {
    ($totals:ident, $wait:expr) => {{
        let mut message = [0; 256];
        'message: loop {
            let mut length = 0;
            let mut code = $wait;
            while code != 0 {
                for _ in 1..code {
                    let byte = $wait;
                    if byte == 0 || length == message.len() {
                        $totals[2] += 1;
                        continue 'message;
                    }
                    message[length] = byte;
                    length += 1;
                }
                let next = $wait;
                if next != 0 && code != 0xff {
                    if length == message.len() {
                        $totals[2] += 1;
                        continue 'message;
                    }
                    message[length] = 0;
                    length += 1;
                }
                if next == 0 {
                    $totals[0] += 1;
                    $totals[1] += sum_of(&message[..length]);
                }
                code = next;
            }
        }
    }};
}

task!(cobs: u8, several_waits: true, library: Some(library));

#[inline(never)]
fn library(inputs: &[u8]) -> Totals {
    let mut totals = Totals::default();
    let mut message = [0; 256];
    let mut decoder = ::cobs::CobsDecoder::new(&mut message);
    for &input in inputs {
        match decoder.feed(input) {
            Ok(None) => {}
            Ok(Some(length)) => {
                totals[0] += 1;
                totals[1] += sum_of(&decoder.dest()[..length]);
            }
            Err(_) => totals[2] += 1,
        }
    }
    totals
}

/// Messages that fit, of which one in a hundred ends too early.
fn inputs(length: usize) -> Vec<u8> {
    collect(length, |random, data| {
        // Few zeros, so that there are runs of every length.
        let bytes = 1 + random.below(256);
        let message: Vec<u8> =
            (0..bytes).map(|_| if random.one_in(60) { 0 } else { random.byte().max(1) }).collect();
        let mut encoded = ::cobs::encode_vec(&message);
        if random.one_in(100) {
            encoded.truncate(encoded.len() / 2);
        }
        data.extend(encoded);
        data.push(0);
    })
}
