//! A `recv!()` in the arguments of the standard macros.

use crate::l;
use tests::{both, every, log, run};

use std::fmt::Write as _;

both! {
    #[consumer(u8)]
    fn formats() -> String {
        let a = format!("{} {}", l("a"), recv!());
        let b = format!("{x} {0:>1$} {y:?}", recv!(), 3, x = l("x"), y = recv!());
        println!("{} {}", recv!(), l("p"));
        eprint!("{}", recv!());
        a + &b
    }
}

both! {
    #[consumer(u8)]
    fn writes() -> Result<String, std::fmt::Error> {
        let mut s = String::new();
        write!(s, "{} {}", l("a"), recv!())?;
        writeln!(s, "{:?}", recv!())?;
        write!(&mut s, "{}-{}", recv!(), l("b")).unwrap();
        Ok(s)
    }
}

both! {
    #[consumer(u8)]
    fn asserts() {
        assert!(recv!() < 3);
        assert!(l("a") <= 1 + recv!(), "no {}", l("no"));
        assert_eq!(recv!() / 3, l("b") - 1);
        assert_ne!(l("c"), recv!() + 3);
    }
}

both! {
    #[consumer(u8)]
    fn asserts_in_words() {
        let mut sum = recv!();
        let name = String::from("{a}");
        for _ in 0..2 {
            assert!(!(sum..200).is_empty() && name.len() == 3 && recv!() + sum != 4);
            assert!(sum * 2 < 5);
            sum += recv!();
            assert!(matches!(Some(sum), Some(n) if { n < 4 }));
        }
    }
}

both! {
    #[consumer(u8)]
    fn vecs() -> usize {
        let a = vec![recv!(), l("a"), recv!()];
        let b = vec![recv!(); 2];
        let c = vec![recv!(); 3];
        let d = vec![vec![recv!(); 1], vec![l("c")], vec![]];
        log(format!("{a:?} {b:?} {c:?} {d:?}"));
        a.len() + c.len()
    }
}

both! {
    #[consumer(u8)]
    fn matching() -> Vec<bool> {
        let a = matches!(recv!(), 0 | 1);
        let b = matches!((l("a"), recv!()), (1, x) if x > 1);
        vec![a, b]
    }
}

both! {
    #[consumer(u8)]
    fn dbgs() -> u8 {
        let a = dbg!(recv!());
        let b = dbg!(l("a") + recv!());
        a + b
    }
}

both! {
    #[consumer(u8)]
    fn args() -> String {
        let a = format_args!("{} {}", l("a"), recv!()).to_string();
        let s = std::fmt::format(format_args!("{}", recv!()));
        a + &s
    }
}

#[test]
fn formats() {
    every!(formats());
}

#[test]
fn writes() {
    every!(writes());
}

#[test]
fn asserts() {
    every!(asserts());
}

#[test]
fn asserts_in_words() {
    every!(asserts_in_words());
}

#[test]
fn vecs() {
    every!(vecs());
}

#[test]
fn matching() {
    every!(matching());
}

#[test]
fn dbgs() {
    every!(dbgs());
}

#[test]
fn args() {
    every!(args());
}
