//! Methods for everything, called as those that the expansion uses.

use tests::{Guard, both, guard, log, run};

mod methods {
    use super::*;
    pub trait Everything: Sized {
        fn names(self, n: u8) -> u8 {
            log("names");
            n
        }
        fn prime<T>(self, f: T) -> T {
            log("prime");
            f
        }
        fn close<T>(self, f: T) -> T {
            log("close");
            f
        }
        fn machine(self) -> u8 {
            log("machine");
            1
        }
        fn resume<T>(self, f: T) -> T {
            log("resume");
            f
        }
        fn receive<T>(self, f: T) -> T {
            log("receive");
            f
        }
        fn transition<T>(self, f: T) -> T {
            log("transition");
            f
        }
        fn clone(&self) -> u8 {
            log("clone");
            1
        }
        fn branch(&self) -> u8 {
            log("branch");
            1
        }
        fn tail(&self) -> u8 {
            log("tail");
            1
        }
        fn value(&self) -> u8 {
            log("value");
            1
        }
        fn merged(&self) -> u8 {
            log("value");
            1
        }
        fn keep<T>(self, f: T) -> T {
            log("keep");
            f
        }
        fn take(&self) -> u8 {
            log("take");
            1
        }
        fn is_some(&self) -> bool {
            log("is_some");
            false
        }
        fn unwrap(&self) -> u8 {
            log("unwrap");
            1
        }
        fn next(&self) -> u8 {
            log("next");
            1
        }
        fn into_iter(&self) -> u8 {
            log("into_iter");
            1
        }
        fn into(&self) -> u8 {
            log("into");
            1
        }
        fn again(&self) -> u8 {
            log("again");
            1
        }
        fn send(&self) -> u8 {
            log("send");
            1
        }
    }
    impl<T> Everything for T {}

    both! {
        #[consumer(u8)]
        fn m(g: Guard) -> Option<u8> {
            let g = g;
            let n = recv!().names(3).machine();
            let mut m = 3;
            for x in [1u8, 2] {
                m += x + recv!();
                if m > 100 {
                    return None;
                }
            }
            let q = Some(m)?;
            log(q.value());
            if recv!() > 3 {
                drop(g);
                log(recv!());
            }
            log(format!("{} {} {} {} {} {}", n, n + 1, n + 2, n + 3, n + 4, n + 5));
            log(format!("{} {} {} {} {} {}", n, n + 1, n + 2, n + 3, n + 4, n + 5));
            log(format!("{} {} {} {} {} {}", n, n + 1, n + 2, n + 3, n + 4, n + 5));
            log(format!("{} {} {} {} {} {}", n, n + 1, n + 2, n + 3, n + 4, n + 5));
            Some(n + q)
        }
    }

    both! {
        #[consumer(u8)]
        fn m2(list: Vec<u8>) -> u8 {
            let mut m = 3;
            for x in &list {
                m += x + recv!();
            }
            Everything::clone(&m) + m.prime(3).resume(3).receive(3)
        }
    }

    #[test]
    fn same() {
        run!(m(guard("1")), [1, 2, 3, 4, 5, 6, 7]);
        run!(m(guard("1")), [1, 2, 3, 1, 5, 6, 7]);
        run!(m(guard("1")), [1, 2, 100, 1, 5, 6, 7]);
        run!(m2(vec![2, 3]), [1, 2, 100, 1, 5, 6, 7]);
    }
}

mod refs {
    // trait with methods for references
    use super::*;
    pub trait Names {
        fn names<T>(&self, n: T) -> T;
        fn prime<T>(&self, n: T) -> T;
        fn machine<T>(&self, n: T) -> T;
    }
    impl<S> Names for S {
        fn names<T>(&self, n: T) -> T {
            log("names");
            n
        }
        fn prime<T>(&self, n: T) -> T {
            log("p");
            n
        }
        fn machine<T>(&self, n: T) -> T {
            log("m");
            n
        }
    }
    both! {
        #[consumer(u8)]
        fn m(g: Guard) -> u8 {
            let x = recv!().names(2);
            x + recv!().prime(4).machine(6)
        }
    }

    #[test]
    fn same() {
        run!(m(guard("1")), [1, 2, 3, 4, 5, 6, 7]);
    }
}
