//! What the ways are coerced to is kept over a wait, on each of them.
#![allow(clippy::all, clippy::pedantic, reason = "ordinary code, as it comes")]

use crate::support::{one, two, type_of};
use std::fmt::Display;
use std::rc::Rc;
use tests::{both, every, log};

both! {
    #[consumer(u8)]
    fn function() -> u8 {
        let f = if true && recv!() % 2 == 0 { one } else { two };
        let x = recv!();
        log(type_of(&f));
        f(x)
    }
}

both! {
    #[consumer(u8)]
    fn function_of_three() -> u8 {
        let f = match { if recv!() == 0 { recv!() } else { 1 } } {
            0 => one,
            1 => two,
            _ => u8::reverse_bits,
        };
        f(recv!())
    }
}

both! {
    #[consumer(u8)]
    fn boxed() -> String {
        let f = if recv!() == 0 && recv!() == 0 {
            Box::new(one) as Box<dyn Fn(u8) -> u8>
        } else {
            Box::new(two)
        };
        let shown: Rc<dyn Display> = if f(recv!()) == 1 { Rc::new(recv!()) } else { Rc::new("none") };
        format!("{shown} {}", f(recv!()))
    }
}

both! {
    #[consumer(u8)]
    fn out_of_a_loop() -> u8 {
        let f: fn(u8) -> u8 = loop {
            match recv!() {
                0 => break one,
                1 if recv!() == 0 => break two,
                2 => break |x| x ^ 9,
                _ => {}
            }
        };
        f(recv!())
    }
}

both! {
    #[consumer(u8)]
    fn assigned() -> u8 {
        let f: fn(u8) -> u8;
        if recv!() == 0 && recv!() == 0 {
            f = one;
        } else {
            f = two;
        }
        recv!();
        f(recv!())
    }
}

#[test]
fn each_is_as_in_the_plain_function() {
    every!(function());
    every!(function_of_three());
    every!(boxed());
    every!(out_of_a_loop());
    every!(assigned());
}
