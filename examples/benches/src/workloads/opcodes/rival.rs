//! The coroutine of diapause.

use super::{ADD, HASH, LOAD, NOP, SET_U8, SET_U16, SET_U32, SKIP, STORE, SWAP, hash};
use crate::workload::Totals;

#[diapause::coroutine(yield = (), resume = u8)]
pub(super) fn peer(totals: &mut Totals) {
    let mut value: u32 = 0;
    let mut registers: [u32; 8] = [0; 8];
    loop {
        let opcode = yield_!(());
        match opcode {
            NOP => {}
            SET_U8 => value = u32::from(yield_!(())),
            SET_U16 => {
                let high = yield_!(());
                let low = yield_!(());
                value = u32::from(u16::from_be_bytes([high, low]));
            }
            SET_U32 => {
                let a = yield_!(());
                let b = yield_!(());
                let c = yield_!(());
                let d = yield_!(());
                value = u32::from_be_bytes([a, b, c, d]);
            }
            ADD => {
                let more = yield_!(());
                value = value.wrapping_add(u32::from(more));
            }
            STORE => {
                let register = yield_!(());
                registers[usize::from(register % 8)] = value;
            }
            LOAD => {
                let register = yield_!(());
                value = value.wrapping_add(registers[usize::from(register % 8)]);
            }
            HASH => {
                let length = yield_!(());
                let length: u8 = length;
                for _ in 0u8..length {
                    let byte = yield_!(());
                    value = hash(value, byte);
                }
            }
            SKIP => {
                let length = yield_!(());
                let length: u8 = length;
                for _ in 0u8..length {
                    yield_!(());
                }
            }
            SWAP => {
                let from = yield_!(());
                let from: u8 = from;
                let to = yield_!(());
                registers.swap(usize::from(from % 8), usize::from(to % 8));
            }
            _ => {
                totals[2] += 1;
                continue;
            }
        }
        totals[0] += 1;
        totals[1] = u64::from(value);
    }
}
