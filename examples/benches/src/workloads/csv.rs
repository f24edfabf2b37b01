//! CSV with quotes, within which a quote is doubled.
//!
//! Totals: rows, cells, the bytes in the cells without what quotes them.

use crate::random::collect;
use crate::workload::{Totals, Way};
use coroutine_runtime::{consumer, on_close, recv};

#[consumer(u8)]
fn csv() -> Totals {
    let (mut rows, mut cells, mut bytes) = (0, 0, 0);
    loop {
        let mut length = 0;
        let mut byte = recv!();
        if byte == b'"' {
            loop {
                byte = recv!();
                if byte == b'"' {
                    byte = recv!();
                    if byte != b'"' {
                        break;
                    }
                }
                length += 1;
            }
        }
        while byte != b',' && byte != b'\n' {
            length += 1;
            byte = recv!();
        }
        cells += 1;
        bytes += length;
        if byte == b'\n' {
            rows += 1;
        }
    }
    on_close! { [rows, cells, bytes] }
}

struct Hand {
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
    fn new() -> Self {
        Self { rows: 0, cells: 0, bytes: 0, length: 0, at: At::Start }
    }

    #[inline]
    fn send(&mut self, byte: u8) {
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

    fn totals(&self) -> Totals {
        [self.rows, self.cells, self.bytes]
    }
}

#[diapause::coroutine(yield = (), resume = u8)]
fn peer(totals: &mut Totals) {
    loop {
        let mut length: u64 = 0;
        let first = yield_!(());
        let mut byte: u8 = first;
        if byte == b'"' {
            loop {
                byte = yield_!(());
                if byte == b'"' {
                    byte = yield_!(());
                    if byte != b'"' {
                        break;
                    }
                }
                length += 1;
            }
        }
        while byte != b',' && byte != b'\n' {
            length += 1;
            byte = yield_!(());
        }
        totals[1] += 1;
        totals[2] += length;
        if byte == b'\n' {
            totals[0] += 1;
        }
    }
}

macro_rules! body {
    ($totals:ident, $wait:expr) => {
        loop {
            let mut length = 0;
            let mut byte = $wait;
            if byte == b'"' {
                loop {
                    byte = $wait;
                    if byte == b'"' {
                        byte = $wait;
                        if byte != b'"' {
                            break;
                        }
                    }
                    length += 1;
                }
            }
            while byte != b',' && byte != b'\n' {
                length += 1;
                byte = $wait;
            }
            $totals[1] += 1;
            $totals[2] += length;
            if byte == b'\n' {
                $totals[0] += 1;
            }
        }
    };
}

task!(csv: u8, several_waits: true, library: None);

/// Rows of a few cells, a third of them quoted.
fn inputs(length: usize) -> Vec<u8> {
    collect(length, |random, data| {
        let quoted = random.one_in(3);
        let count = random.below(20);
        if quoted {
            data.push(b'"');
        }
        for _ in 0..count {
            match random.below(12) {
                0 if quoted => data.extend(b"\"\""),
                1 if quoted => data.extend(b","),
                2 if quoted => data.extend(b"\n"),
                n => data.push(b'a' + n.to_le_bytes()[0]),
            }
        }
        if quoted {
            data.push(b'"');
        }
        data.push(if random.one_in(8) { b'\n' } else { b',' });
    })
}
