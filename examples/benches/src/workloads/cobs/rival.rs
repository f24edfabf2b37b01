//! The coroutine of diapause.

use super::sum_of;
use crate::workload::{Totals, zeros};

#[diapause::coroutine(yield = (), resume = u8)]
pub(super) fn peer(totals: &mut Totals) {
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
