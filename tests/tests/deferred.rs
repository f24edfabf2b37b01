//! Locals that are given their value later.

#![allow(clippy::needless_late_init, reason = "that is what is tested")]

use tests::{Guard, both, guard, log, run};

fn unless_three(n: u8) -> Option<u8> {
    (n != 3).then_some(n)
}

both! {
    #[consumer(u8)]
    fn in_a_loop() {
        let number;
        loop {
            let n = recv!();
            if n > 0 {
                number = n;
                break;
            }
        }
        log(number);
        let held;
        loop {
            let n = recv!();
            if n > 0 {
                held = guard(n);
                break;
            }
        }
        log(recv!());
        log(held);
    }
}

#[test]
fn given_on_the_way_out_of_a_loop() {
    run!(in_a_loop(), [0, 2, 0, 3, 4]);
    run!(in_a_loop(), [0, 2, 0, 3]);
}

both! {
    #[consumer(u8)]
    fn before_a_newer_one(given: Option<u8>) -> u8 {
        if let Some(n) = given {
            let older;
            let newer: Guard = guard(recv!());
            older = guard("older");
            log(format_args!("{newer} {n}"));
            log(older.id());
        }
        recv!()
    }
}

#[test]
fn dropped_in_the_order_of_declaration() {
    run!(before_a_newer_one(Some(1)), [0, 2]);
    run!(before_a_newer_one(Some(1)), [0]);
}

both! {
    #[consumer(u8)]
    fn by_a_match(n: u8) -> Option<u8> {
        let _held = match unless_three(n) {
            Some(_) => return unless_three(recv!()),
            None => guard("held"),
        };
        let Some(x) = unless_three(recv!()) else { return Some(1) };
        unless_three(x)
    }
}

#[test]
fn by_the_arms_of_a_match() {
    run!(by_a_match(1), [0]);
    run!(by_a_match(3), [0]);
    run!(by_a_match(3), [3]);
    run!(by_a_match(3), []);
}

both! {
    #[consumer(u8)]
    fn declared_each_time_around(n: u8) {
        loop {
            let chosen;
            if recv!() > 1 {
                log(recv!());
                chosen = 0;
            } else {
                chosen = n;
            }
            log(chosen);
            let held;
            if recv!() > 1 {
                log(recv!());
                held = guard("waited");
            } else {
                held = guard("at once");
            }
            log(&held);
        }
    }
}

#[test]
fn one_for_each_time_around() {
    run!(declared_each_time_around(7), [0, 0, 2, 1, 2, 1, 0, 2, 2, 2, 2, 0, 0]);
}
