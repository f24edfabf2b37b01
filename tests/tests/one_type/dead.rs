//! What only code that nothing reaches says of a type holds all the same.
#![allow(unreachable_code, reason = "that code is what is tested")]

use crate::support::type_of;
use tests::{both, every, fail, log};

fn takes_a_byte(n: u8) -> i64 {
    n.into()
}

both! {
    #[consumer(u8)]
    fn behind_a_return() -> i64 {
        let mut x = 255;
        let y = i64::from(x << 1);
        log(type_of(&x));
        if recv!() > 0 {
            return y + i64::from(recv!());
            x = recv!();
        }
        x = 254;
        i64::from(x << 1)
    }
}

both! {
    #[consumer(u8)]
    fn behind_an_endless_loop() -> i64 {
        let x = 255;
        loop {
            log(i64::from(x << 1));
            if recv!() == 0 {
                return -1;
            }
        }
        takes_a_byte(x)
    }
}

both! {
    #[consumer(u8)]
    fn behind_a_break() -> i64 {
        let mut sum = 0;
        loop {
            let mut x = 255;
            sum += i64::from(x << 1);
            match recv!() {
                0 => {
                    break;
                    x = recv!();
                }
                1 => {
                    continue;
                    sum += i64::from(x);
                }
                _ => x = 127,
            }
            sum += i64::from(x << 1);
        }
        sum
    }
}

both! {
    #[consumer(u8)]
    fn behind_a_panic() -> i64 {
        let mut x = 255;
        log(i64::from(x << 1));
        match recv!() {
            0 => {
                fail("zero");
                x = recv!();
                takes_a_byte(x)
            }
            n => {
                x = 127;
                i64::from(x << 1) + i64::from(n)
            }
        }
    }
}

// On a way that only a constant keeps from being taken.
both! {
    #[consumer(u8)]
    fn never_true() -> i64 {
        let mut x = 255;
        let first = i64::from(x << 1);
        if false {
            x = recv!();
            log(x);
        }
        log(recv!());
        x = 127;
        let mut sum = first + i64::from(x << 1);
        while false {
            let mut y = 255;
            sum += i64::from(y << 1);
            y = recv!();
            log(y);
        }
        sum
    }
}

// In a closure that nobody calls.
both! {
    #[consumer(u8)]
    fn never_called() -> (usize, i64) {
        let mut x = 255;
        let first = i64::from(x << 1);
        log(recv!());
        x = 127;
        let never = || takes_a_byte(x);
        (size_of_val(&never), first)
    }
}

both! {
    #[consumer(u8)]
    fn open_for_ever() -> usize {
        let mut list = Vec::new();
        loop {
            log(format!("{} {}", list.len(), type_of(&list)));
            if recv!() == 0 {
                return list.len();
            }
            list = Vec::with_capacity(recv!().into());
        }
        list.push('c');
        list.len()
    }
}

// The arm waits, and is never taken: what it gives says the type of the others.
both! {
    #[consumer(u8)]
    fn arm_of_no_value() -> i64 {
        let none: Option<std::convert::Infallible> = None;
        let x = match none {
            Some(_) => recv!(),
            None => 255,
        };
        let first = i64::from(x << 1);
        log(recv!());
        first
    }
}

#[test]
fn what_nothing_reaches_says_the_type() {
    every!(behind_a_return());
    every!(behind_an_endless_loop());
    every!(behind_a_break());
    every!(behind_a_panic());
    every!(never_true());
    every!(never_called());
    every!(open_for_ever());
    every!(arm_of_no_value());
}
