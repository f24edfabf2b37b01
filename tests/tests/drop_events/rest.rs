//! What is left of a local where the ways meet that did and did not take it.

use tests::{Guard, both, every, guard, log, run};

both! {
    #[consumer(u8)]
    fn named_like_the_rest() {
        let a = guard("a");
        let a_left = guard("al");
        recv!();
        if recv!() > 0 {
            drop(a);
        }
        log("end");
        recv!();
        log(&a_left);
    }
}

both! {
    #[consumer(u8)]
    fn moved_on_by_value() {
        let a = guard("a");
        let b = guard("b");
        recv!();
        let x = if recv!() > 0 { Some(a) } else { None };
        log("mid");
        recv!();
        let y = match recv!() {
            0 => Some(b),
            _ => x,
        };
        recv!();
        log(y.is_some());
    }
}

both! {
    #[consumer(u8)]
    fn moved_in_an_inner_loop() {
        let a = guard("a");
        {
            let b = guard("b");
            for i in 0..2 {
                let c = guard("c");
                if recv!() > 1 {
                    let a = (a, b, c);
                    recv!();
                    log(a.0.id);
                    return;
                }
                recv!();
            }
        }
        log("end");
    }
}

both! {
    #[consumer(u8)]
    fn moved_by_a_lazy_closure() {
        let a = guard("a");
        recv!();
        {
            let t = (recv!() > 0).then(|| a);
            log("x");
            recv!();
            log(t.is_some());
        }
        log("end");
        recv!();
    }
}

both! {
    #[consumer(u8)]
    fn moved_by_return_or_call() -> Guard {
        let a = guard("a");
        recv!();
        let b = guard("b");
        if recv!() > 0 {
            return a;
        }
        if recv!() > 0 {
            drop(a);
            recv!();
        }
        b
    }
}

#[test]
fn named_like_the_rest() {
    every!(named_like_the_rest());
}

#[test]
fn moved_on_by_value() {
    every!(moved_on_by_value());
}

#[test]
fn moved_in_an_inner_loop() {
    every!(moved_in_an_inner_loop());
}

#[test]
fn moved_by_a_lazy_closure() {
    every!(moved_by_a_lazy_closure());
}

#[test]
fn moved_by_return_or_call() {
    every!(moved_by_return_or_call());
}
