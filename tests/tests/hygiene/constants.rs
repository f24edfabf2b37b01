//! Constants, statics and unit structs in patterns.

use tests::{Guard, both, guard, log, run};

// constants named like the user's bindings
const limit: u8 = 3;
const LIMIT: u8 = 4;
struct Unit;
#[derive(PartialEq, Eq, Debug, Clone, Copy)]
enum Kind {
    A,
    B,
    C,
}
use Kind::*;
both! {
    #[consumer(Kind)]
    fn b() -> Kind {
        match recv!() {
            A => {
                log("A");
                recv!()
            }
            B => {
                let x = recv!();
                if x == A { B } else { recv!() }
            }
            C => C,
        }
    }
}

both! {
    #[consumer(u8)]
    fn c() -> u8 {
        let u = Unit;
        let Unit = u;
        let x = recv!();
        let v = match Unit {
            Unit => {
                recv!();
                Unit
            }
        };
        let Unit = v;
        x + limit
    }
}

both! {
    #[consumer(u8)]
    fn d() -> u8 {
        const inner: u8 = 3;
        use std::u8::MAX as max;
        if let inner = recv!() {
            log("inner");
            recv!();
        }
        let k = match recv!() {
            inner => 1,
            max => recv!(),
            _ => 2,
        };
        let f = |x: u8| match x {
            inner => 1,
            _ => 0,
        };
        let y = f(recv!());
        y + inner + k
    }
}

static counter: u8 = 3;
both! {
    #[consumer(u8)]
    fn e(mut n: u8) -> u8 {
        n += recv!() + counter;
        n + recv!() + counter
    }
}

#[test]
fn same() {
    for n in 0..8 {
        for m in 0..8 {
            run!(c(), [n, m]);
            run!(d(), [n, m, 255, n, m, n]);
            run!(e(1), [n, m]);
        }
    }
    for n in [A, B, C] {
        for m in [A, B, C] {
            run!(b(), [n, m, n]);
        }
    }
}
