//! Moved on some ways only: dropped at the end of its scope on the others.

use crate::eat;
use tests::{Guard, both, every, guard, log, run};

both! {
    #[consumer(u8)]
    fn conditional() {
        let a = guard("a");
        let b = guard("b");
        if recv!() > 0 {
            drop(a);
            log("dropped");
        }
        log("between");
        recv!();
        log(b.id);
    }
}

both! {
    #[consumer(u8)]
    fn conditional_inner() {
        let o = guard("o");
        {
            let a = guard("a");
            let b = guard("b");
            match recv!() {
                0 => drop(a),
                1 => {
                    recv!();
                    drop(b)
                }
                _ => {
                    log("none");
                }
            }
            recv!();
            log("in");
        }
        recv!();
        log("out");
    }
}

both! {
    #[consumer(u8)]
    fn conditional_reassigned() {
        let mut a = guard("a");
        let b = guard("b");
        if recv!() > 0 {
            drop(a);
            recv!();
        }
        a = guard(format!("a{}", recv!()));
        recv!();
        log(a.id);
    }
}

both! {
    #[consumer(u8)]
    fn moved_in_loop() {
        for i in 0..2u8 {
            let a = guard(format!("a{i}"));
            let b = guard(format!("b{i}"));
            if recv!() == i {
                eat(a);
                continue;
            }
            if recv!() == 2 {
                eat(b);
                break;
            }
            log("turn");
        }
        recv!();
        log("end");
    }
}

both! {
    #[consumer(u8)]
    fn local2() -> u8 {
        let a = guard("a");
        let b = guard("b");
        recv!();
        if recv!() > 0 {
            drop(a);
            log(recv!());
        } else if recv!() > 1 {
            drop(b);
            return 3;
        }
        log("end");
        recv!()
    }
}

#[test]
fn conditional() {
    every!(conditional());
}

#[test]
fn conditional_inner() {
    every!(conditional_inner());
}

#[test]
fn conditional_reassigned() {
    every!(conditional_reassigned());
}

#[test]
fn moved_in_loop() {
    every!(moved_in_loop());
}

#[test]
fn local2() {
    every!(local2());
}
