//! The coroutine of diapause.

use super::{REPLACEMENT, append, following};
use crate::workload::Totals;

#[diapause::coroutine(yield = (), resume = u8)]
pub(super) fn peer(totals: &mut Totals) {
    'character: loop {
        let first = yield_!(());
        if first < 0x80 {
            totals[0] += 1;
            totals[1] += u64::from(first);
            continue 'character;
        }
        let (count, low, high): (u8, u8, u8) = following(first).unwrap_or_default();
        let count: u8 = count;
        let low: u8 = low;
        let high: u8 = high;
        let first: u8 = first;
        if count == 0 {
            totals[1] += REPLACEMENT;
            totals[2] += 1;
            continue 'character;
        }
        let second = yield_!(());
        if second < low || second > high {
            totals[1] += REPLACEMENT;
            totals[2] += 1;
            continue 'character;
        }
        let mut point: u32 = append(u32::from(first & (0x3f >> count)), second);
        for _ in 1u8..count {
            let byte = yield_!(());
            if byte & 0xc0 != 0x80 {
                totals[1] += REPLACEMENT;
                totals[2] += 1;
                continue 'character;
            }
            point = append(point, byte);
        }
        totals[0] += 1;
        totals[1] += u64::from(point);
    }
}
