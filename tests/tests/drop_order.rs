//! Drops at the end of a scope, on every way out of it, and by closing.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![expect(
    clippy::needless_pass_by_value,
    reason = "the bodies show constructs that could be simpler"
)]

use tests::{Guard, both, guard, log, run};

// The order is that of the declarations, whatever the value and whenever it was given.
both! {
    #[consumer(u8)]
    fn declared_before() {
        let late;
        let early = guard("early");
        recv!();
        late = guard("late");
        log(late.id + early.id);
    }
}

both! {
    #[consumer(u8)]
    fn given_again() {
        let mut given = guard("1");
        let other = guard("other");
        drop(given);
        recv!();
        given = guard("2");
        given.id += other.id;
        recv!();
        log(given.id);
    }
}

both! {
    #[consumer(u8)]
    fn parameters(a: Guard, _: Guard, b: Guard) {
        let _local = guard("local");
        recv!();
        log(a.id + b.id);
    }
}

both! {
    #[consumer(u8)]
    fn taken_apart(
        (a, _first): (Guard, Guard),
        b: Guard,
        (_third, c): (Guard, Guard),
    ) {
        let _local = guard("local");
        recv!();
        log(a.id + b.id + c.id);
    }
}

fn three(a: Guard, byte: u8, c: Guard) {
    log(a.id + c.id + usize::from(byte));
}

both! {
    #[consumer(u8)]
    fn operands() {
        let a = guard("a");
        let b = guard("b");
        three(a, recv!(), guard("c"));
        let tuple = (guard("t"), recv!(), recv!(), guard("u"));
        log(tuple.0.id + usize::from(tuple.1 + tuple.2) + tuple.3.id);
        drop(b);
    }
}

// `&a + &b` may be anything.
struct Sum(Guard);

impl std::ops::Add for &Sum {
    type Output = Sum;
    fn add(self, other: &Sum) -> Sum {
        Sum(guard(self.0.id + other.0.id))
    }
}

both! {
    #[consumer(u8)]
    fn result_of_an_operator(a: Sum, b: Sum) {
        let _sum = &a + &b;
        recv!();
        log("end");
    }
}

#[test]
fn declared_before() {
    run!(declared_before(), [1]);
}

#[test]
fn given_again() {
    run!(given_again(), [1, 2]);
    run!(given_again(), [1]);
    run!(given_again(), []);
}

#[test]
fn parameters() {
    run!(parameters(guard("1"), guard("2"), guard("3")), [1]);
    run!(parameters(guard("1"), guard("2"), guard("3")), []);
}

#[test]
fn result_of_an_operator() {
    run!(result_of_an_operator(Sum(guard("a")), Sum(guard("b"))), [1]);
}

#[test]
fn taken_apart() {
    run!(taken_apart((guard("1"), guard("2")), guard("b"), (guard("3"), guard("4"))), [1]);
}

#[test]
fn operands() {
    run!(operands(), []);
    run!(operands(), [0]);
    run!(operands(), [0, 2]);
    run!(operands(), [0, 2, 3]);
}
