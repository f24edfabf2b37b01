//! Moved into a call, a struct, a `Vec`, a closure, another local: dropped once, where it went.

use crate::{Pair, eat, pair, pass};
use tests::{Guard, both, every, guard, log, run};

both! {
    #[consumer(u8)]
    fn into_call() {
        let a = guard("a");
        let b = guard("b");
        recv!();
        eat(a);
        recv!();
        let b = pass(b);
        recv!();
        log(b.id);
    }
}

both! {
    #[consumer(u8)]
    fn into_struct() {
        let a = guard("a");
        let b = guard("b");
        recv!();
        let p = Pair { b, a };
        recv!();
        log(p.a.id);
        let q = Pair { a: guard("c"), ..pair("f") };
        recv!();
        log(q.b.id);
    }
}

both! {
    #[consumer(u8)]
    fn into_vec() {
        let a = guard("a");
        let b = guard("b");
        let mut v = vec![b];
        recv!();
        v.push(a);
        recv!();
        log(v.len());
        v.remove(0);
        recv!();
    }
}

both! {
    #[consumer(u8)]
    fn into_closure() {
        let a = guard("a");
        let b = guard("b");
        let f = move || {
            log(format!("in {a}"));
        };
        recv!();
        let g = move |x: u8| {
            log(&b);
            log(x)
        };
        let x = recv!();
        if x > 0 {
            f();
        }
        g(recv!());
        recv!();
    }
}

both! {
    #[consumer(u8)]
    fn into_closure_at_once() {
        let a = guard("a");
        let b = guard("b");
        recv!();
        let n = (recv!() > 0).then(move || a);
        recv!();
        log(n.is_some());
    }
}

both! {
    #[consumer(u8)]
    fn by_let() {
        let a = guard("a");
        recv!();
        let b = a;
        let c = guard("c");
        recv!();
        let _ = b;
        recv!();
        let _d = c;
        recv!();
    }
}

#[test]
fn into_call() {
    every!(into_call());
}

#[test]
fn into_struct() {
    every!(into_struct());
}

#[test]
fn into_vec() {
    every!(into_vec());
}

#[test]
fn into_closure() {
    every!(into_closure());
}

#[test]
fn into_closure_at_once() {
    every!(into_closure_at_once());
}

#[test]
fn by_let() {
    every!(by_let());
}
