//! The type that one way says is a parameter of the function, or made of one; or an inner consumer says it.
#![expect(clippy::default_trait_access, reason = "what is left open is what is tested")]

use crate::support::{Pair, type_of};
use std::fmt::Debug;
use tests::{both, every, fail, log};

both! {
    #[consumer(u8)]
    fn parameter<T: Default + Copy + Debug + 'static>(given: T) -> (T, &'static str) {
        let x = if recv!() == 0 {
            Default::default()
        } else {
            recv!();
            given
        };
        log(type_of(&x));
        let list = match recv!() {
            0 => vec![],
            1 => vec![given; recv!().into()],
            _ => vec![x, Default::default()],
        };
        log(format!("{list:?} {}", type_of(&list)));
        let pair = if recv!() == 0 {
            Pair::default()
        } else {
            recv!();
            Pair { a: x, b: given }
        };
        (pair.a, type_of(&pair))
    }
}

both! {
    #[consumer(u8)]
    fn arrays<const N: usize>(given: [u8; N]) -> (usize, i64) {
        let list = if recv!() == 0 { [255; N] } else { given };
        let other = match recv!() {
            0 => [255; N].map(|n| n << 1),
            1 => [recv!(); N],
            _ => fail("two"),
        };
        (size_of_val(&list), other.iter().map(|n| i64::from(n << 1)).sum())
    }
}

both! {
    #[consumer(u8)]
    fn by_iteration(given: impl IntoIterator<Item = u8>) -> i64 {
        let mut all = given.into_iter();
        let x = if recv!() == 0 {
            255
        } else {
            log(recv!());
            all.next().unwrap_or(254)
        };
        let sum = i64::from(x << 1);
        let y = match recv!() {
            0 => all.next().filter(|n| *n > 1),
            1 => Some(recv!()),
            _ => Some(255),
        };
        let sum = sum + y.map_or(0, |y| i64::from(y << 1));
        let z = if recv!() == 0 {
            Default::default()
        } else {
            log(recv!());
            all.max()
        };
        log(z.is_some());
        sum + z.map_or(0, |z| i64::from(z << 1))
    }
}

both! {
    #[consumer(u8)]
    fn called<F: Fn(u8) -> R, R: From<u8> + Debug + 'static>(made: F) -> String {
        let x = match recv!() {
            0 => made(recv!()),
            1 => recv!().into(),
            _ => 9.into(),
        };
        format!("{x:?} {}", type_of(&x))
    }
}

both! {
    #[consumer(u8)]
    fn digit() -> u8 {
        recv!() | 128
    }
}

both! {
    #[consumer(u8)]
    fn delegated() -> i64 {
        let x = if recv!() == 0 { 255 } else { delegate!(digit::consumer()) };
        let sum = i64::from(x << 1);
        let y = if recv!() == 0 { None } else { Some(delegate!(digit::consumer())) };
        sum + i64::from(y.map_or(0, |y| y << 1))
    }
}

#[test]
fn of_types_that_the_caller_says() {
    every!(parameter(7u16));
    every!(parameter('c'));
    every!(arrays([3; 5]));
    every!(by_iteration([250, 251, 252]));
    every!(called(u16::from));
    every!(called(|n| Some(n << 1)));
    every!(delegated());
}
