//! The state machine by hand.

use super::{REPLACEMENT, append, following};
use crate::workload::Totals;

pub(super) struct Hand {
    characters: u64,
    sum: u64,
    bad: u64,
    at: At,
}

enum At {
    First,
    Second { first: u8, count: u8, low: u8, high: u8 },
    Rest { point: u32, left: u8 },
}

impl Hand {
    pub(super) fn new() -> Self {
        Self { characters: 0, sum: 0, bad: 0, at: At::First }
    }

    #[inline]
    pub(super) fn send(&mut self, byte: u8) {
        match &mut self.at {
            At::First if byte < 0x80 => {
                self.characters += 1;
                self.sum += u64::from(byte);
            }
            At::First => match following(byte) {
                Some((count, low, high)) => {
                    self.at = At::Second { first: byte, count, low, high };
                }
                None => self.bad += 1,
            },
            &mut At::Second { first, count, low, high } => {
                if byte < low || byte > high {
                    return self.refuse();
                }
                let point = append(u32::from(first & (0x3f >> count)), byte);
                if count == 1 {
                    self.finish(point);
                } else {
                    self.at = At::Rest { point, left: count - 1 };
                }
            }
            At::Rest { point, left } => {
                if byte & 0xc0 != 0x80 {
                    return self.refuse();
                }
                *point = append(*point, byte);
                *left -= 1;
                if *left == 0 {
                    let point = *point;
                    self.finish(point);
                }
            }
        }
    }

    #[inline]
    fn finish(&mut self, point: u32) {
        self.characters += 1;
        self.sum += u64::from(point);
        self.at = At::First;
    }

    #[inline]
    fn refuse(&mut self) {
        self.bad += 1;
        self.at = At::First;
    }

    pub(super) fn totals(&self) -> Totals {
        [self.characters, self.sum + self.bad * REPLACEMENT, self.bad]
    }
}
