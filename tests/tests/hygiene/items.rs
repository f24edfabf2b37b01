//! Functions and types called as those of the expansion.

use tests::{Guard, both, guard, log, run};

fn names(x: u8) -> u8 {
    log("names");
    x
}
fn prime(x: u8) -> u8 {
    log("prime");
    x
}
fn receive(x: u8) -> u8 {
    log("receive");
    x
}
fn close(x: u8) -> u8 {
    log("close");
    x
}
fn start(x: u8) -> u8 {
    log("start");
    x
}
fn resume(x: u8) -> u8 {
    log("resume");
    x
}
fn keep(x: u8) -> u8 {
    log("keep");
    x
}
fn machine(x: u8) -> u8 {
    log("machine");
    x
}
fn again(x: u8) -> u8 {
    log("again");
    x
}
fn behind(x: u8) -> u8 {
    log("behind");
    x
}
fn output(x: u8) -> u8 {
    log("behind");
    x
}

both! {
    #[consumer(u8)]
    fn functions() -> u8 {
        let a = names(recv!()) + prime(recv!());
        let b = receive(recv!());
        let f = receive;
        let c = start(close(recv!()));
        resume(a + f(b) + keep(recv!()) + machine(c)) + again(1) + behind(2) + output(1)
    }
}

both! {
    #[consumer(u8)]
    fn functions2() -> u8 {
        let mut a = 0;
        for (i, x) in [(1u8, 2u8), (3, 4)] {
            let k = recv!();
            if k > 5 {
                a += names(recv!());
            }
            let c = || a + receive(k);
            a += c() + i + x;
            log(format!("{} {} {} {} {} {}", a, a, a, a, a, a));
            log(format!("{} {} {} {} {} {}", a, a, a, a, a, a));
        }
        return resume(a);
    }
}

mod types {
    use super::*;
    #[derive(Debug, Clone, PartialEq)]
    pub struct Start(pub u8);
    #[derive(Debug, Clone, PartialEq)]
    pub struct Done;
    #[derive(Debug, Clone, PartialEq)]
    pub enum Returned {
        Join1,
        S(u8),
    }
    pub type S = u8;
    pub type F = u16;
    #[derive(Debug, Clone, PartialEq)]
    pub struct Output<T>(pub T);
    pub struct Step;
    pub struct Unprimed;
    pub trait Receive {
        fn r(&self) -> u8;
    }
    impl Receive for u8 {
        fn r(&self) -> u8 {
            *self
        }
    }
    both! {
        #[consumer(S, reply = F)]
        fn typed(start: Start, done: Done) -> Output<F> {
            let x: S = recv!(7);
            let Start(y) = start;
            let r = if x > 3 { Returned::Join1 } else { Returned::S(recv!(8)) };
            match (&r, &done) {
                (Returned::Join1, Done) => log("j"),
                (Returned::S(n), _) => log(n.r()),
            }
            let f: F = F::from(recv!(2));
            log(format!("{r:?} {:?}", Done));
            Output::<F>(f + F::from(x + y))
        }
    }

    #[test]
    fn same() {
        run!(typed(Start(1), Done), [4, 2]);
        run!(typed(Start(1), Done), [3, 2, 1]);
    }
}
#[test]
fn each_function() {
    run!(functions(), [1, 2, 3, 4, 5]);
    run!(functions2(), [1, 2, 3, 4, 5]);
    run!(functions2(), [7, 2, 3, 4, 5]);
}
