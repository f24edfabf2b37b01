//! Overwritten, with a wait on the right side or before it.

use crate::{Pair, pair};
use tests::{Guard, both, every, guard, log, run};

both! {
    #[consumer(u8)]
    fn overwritten_wait() {
        let mut a = guard("a");
        let b = guard("b");
        a = guard(format!("a{}", recv!()));
        recv!();
        a = if recv!() > 0 { guard("yes") } else { guard("no") };
        log(recv!());
        a.name.push('x');
        log(b.id);
    }
}

both! {
    #[consumer(u8)]
    fn overwritten_field() {
        let mut p = pair("p");
        p.a = guard(format!("x{}", recv!()));
        recv!();
        p.b = guard("y");
        recv!();
        p = pair("q");
        recv!();
        log(p.a.id);
    }
}

both! {
    #[consumer(u8)]
    fn overwritten_element() {
        let mut v = [guard("0"), guard("1")];
        v[0] = guard(format!("x{}", recv!()));
        recv!();
        v[usize::from(recv!() > 0)] = guard("y");
        recv!();
        log(v[0].id);
    }
}

both! {
    #[consumer(u8)]
    fn reassigned_after_a_move() {
        let mut v = vec![guard("a")];
        recv!();
        if recv!() > 0 {
            drop(v);
            v = vec![];
        }
        v.push(guard(recv!()));
        recv!();
    }
}

both! {
    #[consumer(u8)]
    fn param(a: Guard, b: Guard) {
        let (a, b) = (a, b);
        let n = recv!();
        if n > 0 {
            drop(a);
            log(recv!());
        }
        log("end");
        recv!();
        log("end2");
    }
}

both! {
    #[consumer(u8)]
    fn param2(a: Guard, b: Guard) -> u8 {
        let (a, b) = (a, b);
        recv!();
        if recv!() > 0 {
            drop(a);
        }
        log("end");
        recv!()
    }
}

#[test]
fn overwritten_wait() {
    every!(overwritten_wait());
}

#[test]
fn overwritten_field() {
    every!(overwritten_field());
}

#[test]
fn overwritten_element() {
    every!(overwritten_element());
}

#[test]
fn reassigned_after_a_move() {
    every!(reassigned_after_a_move());
}

#[test]
fn param() {
    every!(param(guard("p"), guard("q")));
}

#[test]
fn param2() {
    every!(param2(guard("p"), guard("q")));
}
