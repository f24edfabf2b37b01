//! A COBS decoder that holds the message in an array.
//!
//! Totals: messages, the sum of their bytes, errors.

mod hand;
mod rival;

use crate::random::collect;
use crate::workload::{Totals, Way};
use coroutine_runtime::{consumer, on_close, recv};
use hand::Hand;
use rival::peer;

#[inline]
fn sum_of(message: &[u8]) -> u64 {
    message.iter().map(|&byte| u64::from(byte)).sum()
}

#[consumer(u8, batch)]
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
