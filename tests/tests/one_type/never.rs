//! Ways that never come back say nothing of the type: the others do.
#![expect(
    clippy::same_functions_in_if_condition,
    clippy::unnecessary_wraps,
    reason = "each `recv!()` is another"
)]

use std::convert::Infallible;
use std::fmt::Debug;
use tests::{both, every, fail, log};

both! {
    #[consumer(u8)]
    fn returns() -> i64 {
        let x = match recv!() {
            0 => return -7,
            1 => 255,
            _ => recv!(),
        };
        i64::from(x << 1)
    }
}

both! {
    #[consumer(u8)]
    fn panics() -> i64 {
        let x = if recv!() == 0 {
            fail("zero")
        } else if recv!() == 0 {
            Default::default()
        } else {
            recv!()
        };
        i64::from(x.leading_zeros())
    }
}

both! {
    #[consumer(u8)]
    fn waits_for_ever() -> i64 {
        let x = match recv!() {
            0 => loop {
                if recv!() == 1 {
                    return 1;
                }
            },
            1 => 255,
            _ => recv!(),
        };
        i64::from(x << 1)
    }
}

both! {
    #[consumer(u8)]
    fn goes_on() -> i64 {
        let mut sum = 0;
        loop {
            let n = recv!();
            let x = match n {
                0 => break,
                1 => {
                    log(recv!());
                    continue;
                }
                2 if sum < 1000 => 255,
                _ => recv!(),
            };
            sum += i64::from(x << 1);
            let y = if recv!() == 0 {
                return sum;
            } else if recv!() == 1 {
                254
            } else {
                recv!()
            };
            sum += i64::from(y << 1);
        }
        sum
    }
}

// The type is that of the way that comes back, which is coerced by what is written.
both! {
    #[consumer(u8)]
    fn coerced() -> String {
        let x: Box<dyn Debug> = match recv!() {
            0 => return "early".to_owned(),
            1 => Box::new(recv!()),
            _ => {
                if recv!() == 0 {
                    fail("refused")
                }
                Box::new("text")
            }
        };
        format!("{x:?}")
    }
}

fn checked(n: u8) -> Result<u8, Infallible> {
    Ok(n)
}

both! {
    #[consumer(u8)]
    fn impossible() -> i64 {
        let answer = if recv!() == 0 { Ok(255) } else { checked(recv!()) };
        let x = match answer {
            Ok(n) => n,
            Err(error) => match error {},
        };
        let y = if recv!() == 0 { 128 } else { recv!() };
        i64::from(x << 1) + i64::from(y << 1)
    }
}

#[test]
fn the_other_ways_say_it() {
    every!(returns());
    every!(panics());
    every!(waits_for_ever());
    every!(goes_on());
    every!(coerced());
    every!(impossible());
}
