//! The coroutine of diapause.

use crate::workload::Totals;

#[diapause::coroutine(yield = (), resume = u8)]
pub(super) fn peer(totals: &mut Totals) {
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
