//! Effects left and right of a `recv!()` in calls and operators.

use crate::l;
use tests::{both, every, log, run};

fn f(a: u8, b: u8, c: u8) -> u8 {
    log(format!("f {a} {b} {c}"));
    a
}
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct N(u8);
impl N {
    fn add(self, s: &str, n: u8, t: u8) -> N {
        log(format!("add {s} {n} {t}"));
        N(self.0 + n)
    }
    fn get(&self) -> u8 {
        log("get");
        self.0
    }
    fn set(&mut self, n: u8) -> &mut N {
        log(format!("set {n}"));
        self.0 = n;
        self
    }
}
fn n(s: &str) -> N {
    log(s);
    N(1)
}

both! {
    #[consumer(u8)]
    fn calls() -> u8 {
        let x = f(l("a"), recv!(), l("b"));
        let y = f(recv!(), l("c"), recv!());
        let z = f(l("d"), f(recv!(), l("e"), recv!()), f(l("f"), recv!(), l("g")));
        x + y + z
    }
}

both! {
    #[consumer(u8)]
    fn callee() -> u8 {
        let g = {
            let h = recv!();
            move |x: u8| x + h
        };
        let y =
            (if recv!() > 0 { u8::count_ones as fn(u8) -> u32 } else { u8::count_zeros })(recv!());
        let k = ({
            log("callee");
            |a: u8, b: u8| a + b
        })(l("a"), recv!());
        let m = (move |x: u8| g(x))(recv!());
        y as u8 + k + m
    }
}

both! {
    #[consumer(u8)]
    fn methods() -> u8 {
        let a = n("a").add("x", recv!(), l("b"));
        let b = N(recv!()).add("y", l("c"), recv!()).add("z", recv!(), l("d"));
        let c = {
            l("r");
            n("s")
        }
        .add("t", recv!(), recv!());
        let mut d = n("d");
        d.set(recv!()).set(l("e"));
        let e = d.get() + N(recv!()).get() + d.set(recv!()).get();
        a.0 + b.get() + c.0 + d.0 + e
    }
}

both! {
    #[consumer(u8)]
    fn arithmetic() -> u32 {
        let a = u32::from(l("a")) + u32::from(recv!()) * u32::from(l("b")) - u32::from(recv!()) + 9;
        let b = (a << recv!() >> l("c")) & (3 | u32::from(recv!())) ^ u32::from(l("d"));
        let c = (100 / (1 + u32::from(recv!()))) % (u32::from(recv!()) + u32::from(l("e")));
        a + b + c
    }
}

both! {
    #[consumer(u8)]
    fn comparisons() -> Vec<bool> {
        vec![
            l("a") == recv!(),
            recv!() == l("b"),
            recv!() != recv!(),
            l("c") < recv!(),
            recv!() <= l("d"),
            l("e") > recv!(),
            recv!() >= recv!(),
            n("f") == N(recv!()),
            !(recv!() == l("g")),
        ]
    }
}

both! {
    #[consumer(u8)]
    fn logic() -> Vec<bool> {
        let a = l("a") == 1 && recv!() > 0 && l("b") == 1 && recv!() > 1;
        let b = l("c") == 2 || recv!() > 0 || l("d") == 2 || recv!() > 1;
        let c = (recv!() > 0 || recv!() > 0) && (l("e") == recv!() || recv!() == l("f"));
        let d = !(recv!() > 0 && l("g") == recv!());
        vec![a, b, c, d]
    }
}

both! {
    #[consumer(u8)]
    fn grouped() {
        let a = (recv!() > 0 && l("g") == recv!()) & (recv!() > 0);
        let b = u8::from(recv!() > 0 && recv!() > 0) + recv!();
        let c = [recv!() > 0 && recv!() > 0, recv!() > 0];
        let d = (if recv!() > 0 { recv!() } else { 3 }) + recv!() * (l("h") + recv!());
        log(format!("{a} {b} {c:?} {d}"));
    }
}

#[test]
fn calls() {
    every!(calls());
}

#[test]
fn callee() {
    every!(callee());
}

#[test]
fn methods() {
    every!(methods());
}

#[test]
fn arithmetic() {
    every!(arithmetic());
}

#[test]
fn comparisons() {
    every!(comparisons());
}

#[test]
fn logic() {
    every!(logic());
}

#[test]
fn grouped() {
    every!(grouped());
}
