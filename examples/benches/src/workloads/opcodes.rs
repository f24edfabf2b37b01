//! A machine of ten opcodes, each with operands of its own.
//!
//! Totals: opcodes, the last value, unknown opcodes.

use crate::random::collect;
use crate::workload::{Totals, Way};
use coroutine_runtime::{consumer, on_close, recv};

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

#[consumer(u8)]
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

struct Hand {
    count: u64,
    unknown: u64,
    value: u32,
    registers: [u32; 8],
    at: At,
}

enum At {
    Opcode,
    SetU8,
    SetU16,
    SetU16Low { high: u8 },
    SetU32 { bytes: [u8; 3], length: u8 },
    Add,
    Store,
    Load,
    Hash,
    HashByte { left: u8 },
    Skip,
    SkipByte { left: u8 },
    Swap,
    SwapTo { from: u8 },
}

impl Hand {
    fn new() -> Self {
        Self { count: 0, unknown: 0, value: 0, registers: [0; 8], at: At::Opcode }
    }

    #[inline]
    fn send(&mut self, byte: u8) {
        match &mut self.at {
            At::Opcode => {
                self.at = match byte {
                    NOP => {
                        self.count += 1;
                        return;
                    }
                    SET_U8 => At::SetU8,
                    SET_U16 => At::SetU16,
                    SET_U32 => At::SetU32 { bytes: [0; 3], length: 0 },
                    ADD => At::Add,
                    STORE => At::Store,
                    LOAD => At::Load,
                    HASH => At::Hash,
                    SKIP => At::Skip,
                    SWAP => At::Swap,
                    _ => {
                        self.unknown += 1;
                        return;
                    }
                };
                return;
            }
            At::SetU8 => self.value = u32::from(byte),
            At::SetU16 => return self.at = At::SetU16Low { high: byte },
            At::SetU16Low { high } => {
                self.value = u32::from(u16::from_be_bytes([*high, byte]));
            }
            At::SetU32 { bytes: [a, b, c], length: 3 } => {
                self.value = u32::from_be_bytes([*a, *b, *c, byte]);
            }
            At::SetU32 { bytes, length } => {
                bytes[usize::from(*length)] = byte;
                *length += 1;
                return;
            }
            At::Add => self.value = self.value.wrapping_add(u32::from(byte)),
            At::Store => self.registers[usize::from(byte % 8)] = self.value,
            At::Load => {
                self.value = self.value.wrapping_add(self.registers[usize::from(byte % 8)]);
            }
            At::Hash if byte > 0 => return self.at = At::HashByte { left: byte },
            At::Skip if byte > 0 => return self.at = At::SkipByte { left: byte },
            At::Hash | At::Skip => {}
            At::HashByte { left } => {
                self.value = hash(self.value, byte);
                *left -= 1;
                if *left > 0 {
                    return;
                }
            }
            At::SkipByte { left } => {
                *left -= 1;
                if *left > 0 {
                    return;
                }
            }
            At::Swap => return self.at = At::SwapTo { from: byte },
            At::SwapTo { from } => {
                self.registers.swap(usize::from(*from % 8), usize::from(byte % 8));
            }
        }
        self.count += 1;
        self.at = At::Opcode;
    }

    fn totals(&self) -> Totals {
        [self.count, u64::from(self.value), self.unknown]
    }
}

#[diapause::coroutine(yield = (), resume = u8)]
fn peer(totals: &mut Totals) {
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
