//! Patterns, `_`, shadowing, and locals that are given their value late.

use crate::pass;
use tests::{Guard, both, every, guard, log, run};

both! {
    #[consumer(u8)]
    fn underscore() {
        let _ = guard("gone");
        let _kept = guard("kept");
        _ = guard("gone2");
        let (_, b) = (guard("1"), guard("2"));
        recv!();
        let k = guard("k");
        let _ = k;
        recv!();
        log(&k);
        let (_, _x) = (recv!(), guard("x"));
        recv!();
    }
}

both! {
    #[consumer(u8)]
    fn shadowed() {
        let g = guard("1");
        recv!();
        let g = guard(format!("2{g}"));
        recv!();
        {
            let g = pass(g);
            let g = (g, recv!());
            log(g.1);
            let (g, _) = g;
            recv!();
            log(&g);
        }
        let g = guard("3");
        recv!();
    }
}

both! {
    #[consumer(u8)]
    fn partial_all() {
        let (a, (b, c)) = (guard("a"), (guard("b"), guard("c")));
        recv!();
        drop(b);
        recv!();
        let t = (a, c);
        recv!();
        let (x, y) = t;
        recv!();
        drop(y);
        recv!();
    }
}

both! {
    #[consumer(u8)]
    fn patterns() {
        let Some((a, n)) = Some((guard("a"), recv!())) else { return };
        let [x, y] = [guard("x"), guard("y")];
        recv!();
        let ref r = y;
        log(r.id);
        recv!();
        match (guard("m"), n) {
            (g, 0) => {
                recv!();
                log(&g);
            }
            (g, m @ 1..) => {
                let h = guard(m);
                recv!();
                drop(g);
                recv!();
            }
        }
        log("end");
        recv!();
    }
}

both! {
    #[consumer(u8)]
    fn deferred() {
        let x;
        let y;
        let k = guard("k");
        if recv!() > 0 {
            x = guard("x1");
            recv!();
            y = guard("y1");
        } else {
            y = guard("y2");
            recv!();
            x = guard("x2");
        }
        recv!();
        log(x.id + y.id);
    }
}

both! {
    #[consumer(u8)]
    fn deferred_sometimes() {
        let x;
        let k = guard("k");
        if recv!() > 0 {
            x = guard("x");
            recv!();
            log(&x);
        } else {
            recv!();
        }
        log("end");
        recv!();
    }
}

#[test]
fn underscore() {
    every!(underscore());
}

#[test]
fn shadowed() {
    every!(shadowed());
}

#[test]
fn partial_all() {
    every!(partial_all());
}

#[test]
fn patterns() {
    every!(patterns());
}

#[test]
fn deferred() {
    every!(deferred());
}

#[test]
fn deferred_sometimes() {
    every!(deferred_sometimes());
}
