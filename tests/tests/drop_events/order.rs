//! Several at once, and nested scopes.

use crate::{Pair, pair};
use tests::{Guard, both, every, guard, log, run};

both! {
    #[consumer(u8)]
    fn nested() {
        let a = guard("a");
        {
            let b = guard("b");
            recv!();
            {
                let c = guard("c");
                {
                    let d = guard("d");
                    recv!();
                }
                log("d gone");
                recv!();
            }
            log("c gone");
            recv!();
            let e = guard("e");
        }
        log("b gone");
        recv!();
    }
}

both! {
    #[consumer(u8)]
    fn several(a: Guard, b: Guard) {
        let c = guard("c");
        let (d, e) = (guard("d"), guard("e"));
        let f = [guard("f"), guard("g")];
        let h = vec![guard("h"), guard("i")];
        let j = Some(guard("j"));
        let _k = guard("k");
        let l = pair("l");
        let m = Box::new(guard("m"));
        recv!();
        let n = guard("n");
        recv!();
    }
}

both! {
    #[consumer(u8)]
    fn several_used() {
        let a = guard("a");
        let b = guard("b");
        let c = guard("c");
        recv!();
        log(&b);
        recv!();
        log(&a);
        recv!();
        log(&c);
        recv!();
    }
}

#[test]
fn nested() {
    every!(nested());
}

#[test]
fn several() {
    every!(several(guard("pa"), guard("pb")));
}

#[test]
fn several_used() {
    every!(several_used());
}
