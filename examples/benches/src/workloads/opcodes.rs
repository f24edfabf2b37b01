//! A machine of ten opcodes, each with operands of its own.
//!
//! Totals: opcodes, the last value, unknown opcodes.

mod hand;
mod rival;

use crate::random::collect;
use crate::workload::{Totals, Way};
use coroutine_runtime::{consumer, on_close, recv};
use hand::Hand;
use rival::peer;

const NOP: u8 = 0;
const SET_U8: u8 = 1;
const SET_U16: u8 = 2;
const SET_U32: u8 = 3;
const ADD: u8 = 4;
const STORE: u8 = 5;
const LOAD: u8 = 6;
const HASH: u8 = 7;
const SKIP: u8 = 8;
const SWAP: u8 = 9;

#[inline]
fn hash(value: u32, byte: u8) -> u32 {
    (value ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

#[consumer(u8, batch)]
fn opcodes() -> Totals {
    let (mut count, mut value, mut unknown) = (0, 0u32, 0);
    let mut registers = [0; 8];
    loop {
        match recv!() {
            NOP => {}
            SET_U8 => value = u32::from(recv!()),
            SET_U16 => value = u32::from(u16::from_be_bytes([recv!(), recv!()])),
            SET_U32 => value = u32::from_be_bytes([recv!(), recv!(), recv!(), recv!()]),
            ADD => value = value.wrapping_add(u32::from(recv!())),
            STORE => registers[usize::from(recv!() % 8)] = value,
            LOAD => value = value.wrapping_add(registers[usize::from(recv!() % 8)]),
            HASH => {
                let length = recv!();
                for _ in 0..length {
                    value = hash(value, recv!());
                }
            }
            SKIP => {
                let length = recv!();
                for _ in 0..length {
                    recv!();
                }
            }
            SWAP => {
                let from = recv!();
                let to = recv!();
                registers.swap(usize::from(from % 8), usize::from(to % 8));
            }
            _ => {
                unknown += 1;
                continue;
            }
        }
        count += 1;
    }
    on_close! { [count, u64::from(value), unknown] }
}

macro_rules! body {
    ($totals:ident, $wait:expr) => {{
        let mut value = 0u32;
        let mut registers = [0; 8];
        loop {
            match $wait {
                NOP => {}
                SET_U8 => value = u32::from($wait),
                SET_U16 => value = u32::from(u16::from_be_bytes([$wait, $wait])),
                SET_U32 => value = u32::from_be_bytes([$wait, $wait, $wait, $wait]),
                ADD => value = value.wrapping_add(u32::from($wait)),
                STORE => {
                    let register = $wait;
                    registers[usize::from(register % 8)] = value;
                }
                LOAD => {
                    let register = $wait;
                    value = value.wrapping_add(registers[usize::from(register % 8)]);
                }
                HASH => {
                    let length = $wait;
                    for _ in 0..length {
                        let byte = $wait;
                        value = hash(value, byte);
                    }
                }
                SKIP => {
                    let length = $wait;
                    for _ in 0..length {
                        let _ = $wait;
                    }
                }
                SWAP => {
                    let from = $wait;
                    let to = $wait;
                    registers.swap(usize::from(from % 8), usize::from(to % 8));
                }
                _ => {
                    $totals[2] += 1;
                    continue;
                }
            }
            $totals[0] += 1;
            $totals[1] = u64::from(value);
        }
    }};
}

task!(opcodes: u8, several_waits: true, library: None);

/// Opcodes with their operands, and now and then one that there is not.
fn inputs(length: usize) -> Vec<u8> {
    collect(length, |random, data| {
        let opcode = random.below(11).to_le_bytes()[0];
        data.push(opcode);
        let operands = match opcode {
            NOP => 0,
            SET_U16 | SWAP => 2,
            SET_U32 => 4,
            HASH | SKIP => {
                let length = random.below(24);
                data.push(length.to_le_bytes()[0]);
                length
            }
            _ => 1,
        };
        data.extend(random.bytes(operands));
    })
}
