//! A strict UTF-8 decoder. As `utf8parse` does, it replaces what is begun and the byte that does not
//! go on with it by one U+FFFD.
//!
//! Totals: characters, the sum of all code points, replacements.

mod hand;
mod rival;

use crate::random::collect;
use crate::workload::{Totals, Way};
use coroutine_runtime::{consumer, on_close, recv};
use hand::Hand;
use rival::peer;

const REPLACEMENT: u64 = 0xfffd;

/// How many bytes follow a first byte, and between what the first of them lies: that shuts out
/// overlong forms, surrogates, and what is past the last code point.
#[inline]
fn following(first: u8) -> Option<(u8, u8, u8)> {
    Some(match first {
        0xc2..=0xdf => (1, 0x80, 0xbf),
        0xe0 => (2, 0xa0, 0xbf),
        0xed => (2, 0x80, 0x9f),
        0xe1..=0xef => (2, 0x80, 0xbf),
        0xf0 => (3, 0x90, 0xbf),
        0xf1..=0xf3 => (3, 0x80, 0xbf),
        0xf4 => (3, 0x80, 0x8f),
        _ => return None,
    })
}

/// The code point so far with the six bits of a byte that follows.
#[inline]
fn append(point: u32, byte: u8) -> u32 {
    point << 6 | u32::from(byte & 0x3f)
}

#[consumer(u8, batch)]
fn utf8() -> Totals {
    let (mut characters, mut sum, mut bad) = (0, 0, 0);
    'character: loop {
        let first = recv!();
        if first < 0x80 {
            characters += 1;
            sum += u64::from(first);
            continue;
        }
        let Some((count, low, high)) = following(first) else {
            bad += 1;
            continue;
        };
        let second = recv!();
        if second < low || second > high {
            bad += 1;
            continue;
        }
        let mut point = append(u32::from(first & (0x3f >> count)), second);
        for _ in 1..count {
            let byte = recv!();
            if byte & 0xc0 != 0x80 {
                bad += 1;
                continue 'character;
            }
            point = append(point, byte);
        }
        characters += 1;
        sum += u64::from(point);
    }
    on_close! { [characters, sum + bad * REPLACEMENT, bad] }
}

macro_rules! body {
    ($totals:ident, $wait:expr) => {
        'character: loop {
            let first = $wait;
            if first < 0x80 {
                $totals[0] += 1;
                $totals[1] += u64::from(first);
                continue;
            }
            let Some((count, low, high)) = following(first) else {
                $totals[1] += REPLACEMENT;
                $totals[2] += 1;
                continue;
            };
            let second = $wait;
            if second < low || second > high {
                $totals[1] += REPLACEMENT;
                $totals[2] += 1;
                continue;
            }
            let mut point = append(u32::from(first & (0x3f >> count)), second);
            for _ in 1..count {
                let byte = $wait;
                if byte & 0xc0 != 0x80 {
                    $totals[1] += REPLACEMENT;
                    $totals[2] += 1;
                    continue 'character;
                }
                point = append(point, byte);
            }
            $totals[0] += 1;
            $totals[1] += u64::from(point);
        }
    };
}

task!(utf8: u8, several_waits: true, library: Some(utf8parse));

struct Counts(Totals);

impl utf8parse::Receiver for Counts {
    fn codepoint(&mut self, character: char) {
        self.0[0] += 1;
        self.0[1] += u64::from(character);
    }

    fn invalid_sequence(&mut self) {
        self.0[1] += REPLACEMENT;
        self.0[2] += 1;
    }
}

#[inline(never)]
fn utf8parse(inputs: &[u8]) -> Totals {
    let mut counts = Counts(Totals::default());
    let mut parser = utf8parse::Parser::new();
    for &input in inputs {
        parser.advance(&mut counts, input);
    }
    counts.0
}

/// Words of letters of one length each, two thirds of them ASCII, and now and then a stray byte.
fn inputs(length: usize) -> Vec<u8> {
    const ALPHABETS: [(u64, u64); 6] =
        [(0x61, 26), (0x61, 26), (0x20, 64), (0x61, 26), (0x3b1, 25), (0x4e00, 20_000)];
    collect(length, |random, data| {
        let (start, letters) = match random.below(24) {
            0 => (0x1_f600, 80),
            n => ALPHABETS[usize::try_from(n).unwrap_or(0) % ALPHABETS.len()],
        };
        for _ in 0..=random.below(12) {
            let letter = u32::try_from(start + random.below(letters)).ok().and_then(char::from_u32);
            let letter = letter.unwrap_or(' ');
            data.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        }
        if random.one_in(40) {
            data.push(random.byte());
        }
        data.push(b' ');
    })
}
