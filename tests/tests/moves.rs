//! Locals that are moved, perhaps moved, partly moved, or only read: each is dropped once, where Rust drops it.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![expect(clippy::never_loop, reason = "the bodies show constructs that could be simpler")]

use tests::{Guard, both, guard, log, run};

// On the way on which nothing is taken out, everything is still there.
both! {
    #[consumer(u8)]
    fn not_taken_by_this_arm() {
        let result: Result<Guard, Guard> = Err(guard("error"));
        if let Ok(value) = result {
            recv!();
            drop(value);
        } else {
            recv!();
        }
        log("after");
    }
}

// A method's name does not tell whether it takes `self`.
trait Count {
    fn count(&self) -> usize;
}

impl Count for Guard {
    fn count(&self) -> usize {
        self.id
    }
}

both! {
    #[consumer(u8)]
    fn named_like_a_consuming_method() {
        let counted = guard("counted");
        let count = counted.count();
        recv!();
        log(count);
    }
}

// At the `break` it has not been moved yet.
both! {
    #[consumer(u8)]
    fn left_before_the_move() {
        let held = guard("held");
        loop {
            let byte = recv!();
            {
                if byte == 1 {
                    break;
                }
                drop(held);
            }
            log("moved");
            return;
        }
        log("broke");
        recv!();
        log("end");
    }
}

// The ways meet without a wait behind them: what may be gone is dropped where it would be.
both! {
    #[consumer(u8)]
    fn perhaps_gone_where_ways_meet() {
        let perhaps = guard("perhaps");
        let other = guard("other");
        let n = if recv!() == 1 {
            recv!()
        } else {
            drop(perhaps);
            4
        };
        log(format!("{} {} {} {} {} {}", n, n + 1, n + 2, n + 3, n + 4, n + 5));
        log(format!("{} {} {} {} {} {}", n, n + 1, n + 2, n + 3, n + 4, n + 5));
        log(format!("{} {} {} {} {} {}", n, n + 1, n + 2, n + 3, n + 4, n + 5));
        log(format!("{} {} {} {} {} {}", n, n + 1, n + 2, n + 3, n + 4, n + 5));
        log(other.id);
    }
}

#[test]
fn not_taken_by_this_arm() {
    run!(not_taken_by_this_arm(), [1]);
}

#[test]
fn named_like_a_consuming_method() {
    run!(named_like_a_consuming_method(), [1]);
}

#[test]
fn left_before_the_move() {
    run!(left_before_the_move(), [1, 2]);
    run!(left_before_the_move(), [2]);
}

#[test]
fn perhaps_gone_where_ways_meet() {
    run!(perhaps_gone_where_ways_meet(), [1, 2]);
    run!(perhaps_gone_where_ways_meet(), [2]);
}

both! {
    #[consumer(u8)]
    fn parameter_taken_sometimes(given: Guard, take: bool) -> u8 {
        if take {
            drop(given);
        }
        recv!()
    }
}

#[test]
fn parameter_taken_sometimes() {
    run!(parameter_taken_sometimes(guard("given"), true), [1]);
    run!(parameter_taken_sometimes(guard("given"), false), [1]);
    run!(parameter_taken_sometimes(guard("given"), false), []);
}
