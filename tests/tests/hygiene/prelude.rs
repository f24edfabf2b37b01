//! Items that hide the prelude and the crates.

use tests::{Guard, both, guard, log, run};

mod shadows {
    use super::*;
    #[derive(Debug, Clone, PartialEq)]
    pub enum Option<T> {
        Some(T),
        None,
    }
    pub use self::Option::*;
    #[derive(Debug, Clone, PartialEq)]
    pub enum Result<T> {
        Ok(T),
        Err,
    }
    pub use self::Result::{Err, Ok};
    #[derive(Debug, Clone, PartialEq)]
    pub struct Vec(pub u8);
    pub trait Fnn {
        fn call_it(&self) -> u8;
    }
    impl Fnn for u8 {
        fn call_it(&self) -> u8 {
            log("fn");
            *self
        }
    }
    pub trait Iterator {
        fn next(&mut self) -> u8;
    }
    impl Iterator for Vec {
        fn next(&mut self) -> u8 {
            self.0 += 1;
            self.0
        }
    }
    pub trait IntoIterator {
        fn into_iter(&self) -> u8;
    }
    impl<T> IntoIterator for T {
        fn into_iter(&self) -> u8 {
            1
        }
    }
    pub trait From {}
    pub trait Sized {}
    pub trait Clone {}
    pub trait Copy {}
    pub struct String;
    pub struct Box;
    pub trait Drop {}
    pub fn drop(x: u8) {
        log(x);
    }
    pub mod core {
        pub fn f() -> u8 {
            7
        }
    }
    pub mod std {
        pub fn f() -> u8 {
            8
        }
    }
    pub mod coroutine_runtime {
        pub fn f() -> u8 {
            9
        }
    }
    macro_rules! unreachable {
        () => {
            3u8
        };
    }
    macro_rules! panic {
        () => {
            4u8
        };
    }
    macro_rules! matches {
        ($x:expr) => {
            5u8
        };
    }

    named! {
        m1:
        #[consumer(u8)]
        fn shadowed(o: Option<u8>) -> Option<u8> {
            let a = Some(recv!());
            let mut n: Option<u8> = None;
            let mut v = Vec(recv!());
            for x in [1u8, 2] {
                log(x + recv!());
                n = Some(x);
            }
            let r = if recv!() > 3 { Ok(1u8) } else { Err };
            let Ok(q) = r else { return None };
            log(q.call_it() + v.next() + 1u8.into_iter());
            drop(recv!());
            log(core::f() + std::f() + coroutine_runtime::f());
            log(unreachable!() + panic!() + matches!(3));
            match (a, o, n) {
                (Some(a), Some(b), Some(c)) => Some(a + b + c + recv!()),
                (None, ..) => None,
                _ => Some(recv!()),
            }
        }
    }

    named! {
        m2:
        #[consumer(u8)]
        fn again(list: [u8; 3]) -> u8 {
            let mut sum = 0;
            for x in &list {
                sum += x + recv!();
            }
            if sum < 5 {
                return 4;
            }
            let y = &list[1..];
            sum += recv!();
            y[0] + sum
        }
    }

    named! {
        m3:
        #[consumer(u8)]
        fn early(n: u8) -> u8 {
            if n == 0 {
                return 4;
            }
            let mut i = 0;
            while i < n {
                i += recv!();
                log(i.clone());
            }
            let g = if i > 9 {
                recv!()
            } else {
                log("x");
                3
            };
            log(format!("{} {} {} {} {} {}", i, i, i, i, i, i));
            log(format!("{} {} {} {} {} {}", i, i, i, i, i, i));
            log(format!("{} {} {} {} {} {}", i, i, i, i, i, i));
            log(format!("{} {} {} {} {} {}", i, i, i, i, i, i));
            i + recv!() + g
        }
    }

    #[test]
    fn same() {
        run!(m1(Some(3)), [1, 2, 3, 4, 5, 6, 7]);
        run!(m1(None), [1, 2, 3, 4, 5, 6, 7]);
        run!(m1(Some(3)), [1, 2, 3, 4, 1, 6, 7]);
        run!(m2([1, 2, 3]), [1, 2, 3, 4, 1, 6, 7]);
        run!(m2([0, 0, 3]), [1, 0, 0, 4, 1, 6, 7]);
        run!(m3(3), [1, 2, 3, 4, 1, 6, 7]);
        run!(m3(12), [1, 2, 3, 8, 1, 6, 7]);
    }
}
