//! An expression of type `!` as the value.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, fail, run};

both! {
    #[consumer(u8)]
    fn tail() -> u8 {
        if recv!() == 3 {
            return 4;
        }
        fail("end")
    }
}

both! {
    #[consumer(u8)]
    fn tail_macro() -> u8 {
        if recv!() == 3 {
            return 4;
        }
        unreachable!("end")
    }
}

both! {
    #[consumer(u8)]
    fn arms() -> u8 {
        let n: u8 = match recv!() {
            1 => recv!(),
            2 => fail("two"),
            3 => unreachable!(),
            _ => return 3,
        };
        n + recv!()
    }
}

#[test]
fn nothing_follows() {
    run!(tail(), [1]);
    run!(tail(), [3]);
    run!(tail_macro(), [3]);
    run!(arms(), [1, 5, 6]);
    run!(arms(), [1, 2]);
    run!(arms(), [2]);
}
