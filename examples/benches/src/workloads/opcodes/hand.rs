//! The state machine by hand.

use super::{ADD, HASH, LOAD, NOP, SET_U8, SET_U16, SET_U32, SKIP, STORE, SWAP, hash};
use crate::workload::Totals;

pub(super) struct Hand {
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
    pub(super) fn new() -> Self {
        Self { count: 0, unknown: 0, value: 0, registers: [0; 8], at: At::Opcode }
    }

    #[inline]
    pub(super) fn send(&mut self, byte: u8) {
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

    pub(super) fn totals(&self) -> Totals {
        [self.count, u64::from(self.value), self.unknown]
    }
}
