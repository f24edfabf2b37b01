//! Items and macros declared in the body, and closures, which are functions of their own.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, log, run};

both! {
    #[consumer(u8)]
    fn declared_in_the_body() -> u8 {
        const LIMIT: u8 = 3;
        #[derive(Debug, Default)]
        struct Seen {
            bytes: Vec<u8>,
        }
        impl Seen {
            fn sum(&self) -> u8 {
                self.bytes.iter().sum()
            }
        }
        macro_rules! twice {
            ($x:expr) => {
                2 * $x
            };
        }
        let mut seen = Seen::default();
        loop {
            use std::cmp::Ordering::{Equal, Greater, Less};
            let byte = recv!();
            match byte.cmp(&LIMIT) {
                Less => seen.bytes.push(twice!(byte)),
                Equal => log(format!("{seen:?}")),
                Greater => return seen.sum(),
            }
        }
    }
}

both! {
    #[consumer(u8)]
    fn closures(offset: u8) -> Vec<u8> {
        fn recv_nothing(x: u8) -> u8 {
            x
        }
        let add = move |x: u8| x + offset;
        let mut seen = Vec::new();
        let made_of = |text: &str| text.bytes().map(|_| 1).sum::<u8>();
        while seen.len() < 4 {
            let byte = recv!();
            let mut keep = |x| seen.push(add(x));
            keep(byte);
            keep(made_of("abc"));
            if seen.contains(&9) {
                return seen.into_iter().map(|x| x + recv_nothing(x)).collect();
            }
            log(format!("{seen:?}"));
        }
        seen
    }
}

#[test]
fn items_of_the_body() {
    run!(declared_in_the_body(), [1, 3, 2, 3, 4]);
}

#[test]
fn closures_are_kept() {
    run!(closures(1), [1, 2]);
    run!(closures(1), [8, 2]);
    run!(closures(1), [1]);
}
