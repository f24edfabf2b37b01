//! What is linked on the device. That this compiles says that nothing in it needs an allocator: there is none.
#![no_std]
#![deny(warnings)]

use core::panic::PanicInfo;
use embedded::{Crc8, Port};

/// What an interrupt handler owns.
pub type Uart = Port<Crc8, fn(&[u8]), 16>;

/// Called for every byte.
pub fn interrupt(uart: &mut Uart, byte: u8) {
    uart.receive(byte);
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {
        core::hint::spin_loop();
    }
}
