//! CSV with quotes, within which a quote is doubled.
//!
//! Totals: rows, cells, the bytes in the cells without what quotes them.

mod hand;
mod rival;

use crate::random::collect;
use crate::workload::{Totals, Way};
use coroutine_runtime::{consumer, on_close, recv};
use hand::Hand;
use rival::peer;

#[consumer(u8, batch)]
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
