//! What shows the type of a local: not what stands beside it in the same statement.
#![allow(unused, clippy::all, clippy::pedantic, reason = "ordinary code, as it comes")]

use std::ops::Mul;
use tests::{Guard, both, every, guard, log, run};

both! {
    #[consumer(u8)]
    fn given_in_the_value() -> u8 {
        let held;
        let mut ok = recv!() > 0;
        ok = ok && {
            held = guard("held");
            true
        };
        log("waits");
        recv!();
        log("goes on");
        u8::from(ok)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Factor(u8);

impl Mul<u8> for Factor {
    type Output = Guard;
    fn mul(self, n: u8) -> Guard {
        guard(format!("{} times {n}", self.0))
    }
}

both! {
    #[consumer(u8)]
    fn named_input() -> u32 {
        let input = 3u32;
        let x = recv!() << (input % 8);
        recv!();
        u32::from(x) + input
    }
}

both! {
    #[consumer(Factor)]
    fn named_input_of_another_type() -> u8 {
        let input = 3u8;
        let x = recv!() * input;
        log("waits");
        recv!();
        log(x.id);
        input
    }
}

both! {
    #[consumer(Factor)]
    fn dropped_at_its_end() -> u8 {
        let input = 3u8;
        let _x = recv!() * input;
        log("waits");
        recv!();
        log("goes on");
        1
    }
}

#[test]
fn each_is_as_in_the_plain_function() {
    every!(given_in_the_value());
    every!(named_input());
    run!(named_input_of_another_type(), [Factor(2), Factor(4)]);
    run!(dropped_at_its_end(), [Factor(2), Factor(4)]);
}
