//! A literal on one way, the input on the other: the input says the type of both.

use crate::support::type_of;
use std::num::Wrapping;
use tests::{both, every, log};

both! {
    #[consumer(u8)]
    fn sized() -> usize {
        let x = if recv!() > 0 { recv!() } else { 0 };
        size_of_val(&x)
    }
}

both! {
    #[consumer(u8)]
    fn widened() -> u32 {
        let x = if recv!() > 0 { recv!() } else { 0 };
        1 + u32::from(x)
    }
}

both! {
    #[consumer(u8)]
    fn bytes() -> usize {
        let x = if recv!() > 0 { recv!() } else { 0 };
        x.to_be_bytes().len()
    }
}

// Each goes on from what was given before it.
both! {
    #[consumer(u8)]
    fn shifted() -> i64 {
        let x = match recv!() {
            0 => 0x81,
            1 => recv!(),
            _ => 0xff,
        };
        let y = x << 1;
        log(type_of(&y));
        let z = if recv!() == 0 { y } else { 0xf0 };
        i64::from(z << 2)
    }
}

both! {
    #[consumer(u8)]
    fn overflowing() -> i64 {
        let x = if recv!() == 0 { 255 } else { recv!() };
        let y = x + 1;
        i64::from(y)
    }
}

both! {
    #[consumer(u8)]
    fn below_zero() -> i64 {
        let x = if recv!() > 0 { recv!() } else { 0 };
        i64::from(x - 1)
    }
}

both! {
    #[consumer(u8)]
    fn wrapping() -> (u8, bool) {
        let x = if recv!() == 0 { 255 } else { recv!() };
        (x.wrapping_add(1), x.checked_add(2).is_none())
    }
}

both! {
    #[consumer(u8)]
    fn wrapped() -> i64 {
        let x = if recv!() == 0 { Wrapping(255) } else { Wrapping(recv!()) };
        let Wrapping(sum) = x + Wrapping(3);
        i64::from(sum)
    }
}

both! {
    #[consumer(u8)]
    fn inverted() -> i64 {
        let x = if recv!() == 1 { recv!() } else { 0 };
        let sum = i64::from(!x) * 1000;
        let all = match recv!() {
            0 => !0,
            _ => recv!(),
        };
        sum + i64::from(all)
    }
}

#[test]
fn an_input_says_the_type() {
    every!(sized());
    every!(widened());
    every!(bytes());
    every!(shifted());
    every!(overflowing());
    every!(below_zero());
    every!(wrapping());
    every!(wrapped());
    every!(inverted());
}
