//! The state machine by hand.

use super::sum_of;
use crate::workload::Totals;

pub(super) struct Hand {
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
    pub(super) fn new() -> Self {
        Self { message: [0; 256], length: 0, messages: 0, sum: 0, errors: 0, at: At::Start }
    }

    #[inline]
    pub(super) fn send(&mut self, byte: u8) {
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

    pub(super) fn totals(&self) -> Totals {
        [self.messages, self.sum, self.errors]
    }
}
