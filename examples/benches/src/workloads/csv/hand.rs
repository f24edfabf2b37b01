//! The state machine by hand.

use crate::workload::Totals;

pub(super) struct Hand {
    rows: u64,
    cells: u64,
    bytes: u64,
    length: u64,
    at: At,
}

enum At {
    Start,
    Plain,
    Quoted,
    Quote,
}

impl Hand {
    pub(super) fn new() -> Self {
        Self { rows: 0, cells: 0, bytes: 0, length: 0, at: At::Start }
    }

    #[inline]
    pub(super) fn send(&mut self, byte: u8) {
        match self.at {
            At::Start if byte == b'"' => self.at = At::Quoted,
            At::Quoted if byte == b'"' => self.at = At::Quote,
            At::Quoted => self.length += 1,
            At::Quote if byte == b'"' => {
                self.length += 1;
                self.at = At::Quoted;
            }
            At::Start | At::Plain | At::Quote => self.plain(byte),
        }
    }

    #[inline]
    fn plain(&mut self, byte: u8) {
        if byte != b',' && byte != b'\n' {
            self.length += 1;
            self.at = At::Plain;
            return;
        }
        self.cells += 1;
        self.bytes += self.length;
        self.length = 0;
        if byte == b'\n' {
            self.rows += 1;
        }
        self.at = At::Start;
    }

    pub(super) fn totals(&self) -> Totals {
        [self.rows, self.cells, self.bytes]
    }
}
