//! Generics, lifetimes and `impl Trait` of the function are those of the type.

use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::{Primed, consumer, on_close, recv};
use std::fmt::Display;

#[consumer(T, name = Largest)]
fn largest<T, const N: usize>(start: [T; N], also: T) -> T
where
    T: PartialOrd + Copy + Display,
{
    let mut largest: T = also;
    for item in start {
        if item > largest {
            largest = item;
        }
    }
    let mut count = 0_usize;
    while count < N {
        let item = recv!();
        if item > largest {
            largest = item;
        }
        count += 1;
    }
    largest
}

#[consumer(u8, name = Passing)]
fn passing(keep: impl Fn(u8) -> bool, mut sink: impl FnMut(u8), _unused: &str) -> usize {
    let mut passed = 0;
    loop {
        let byte = recv!();
        if keep(byte) {
            sink(byte);
            passed += 1;
        }
    }
    on_close! { passed }
}

/// The parameters are named after those of the function.
fn with<K: Fn(u8) -> bool, S: FnMut(u8)>(
    passing: Primed<Passing<'_, K, S>>,
) -> Primed<Passing<'_, K, S>> {
    passing
}

#[test]
fn are_those_of_the_type() {
    let mut largest: Primed<Largest<u32, 2>> = largest([1, 2], 3).prime();
    assert_eq!(largest.send(7), Yielded(()));
    assert_eq!(largest.send(5), Complete(7));

    let mut all = Vec::new();
    let mut passing = with(passing(|byte| byte > 1, |byte| all.push(byte), "").prime());
    for byte in 0..4 {
        passing.send(byte);
    }
    assert_eq!(passing.close(), Some(2));
    assert_eq!(all, [2, 3]);
}

#[test]
fn in_a_function() {
    #[derive(Debug, Clone, PartialEq)]
    struct Local(u8);

    #[consumer(Local, name = Locals, derive(Debug, Clone))]
    fn locals(first: Local) -> [Local; 2] {
        let second = recv!();
        let _third = recv!();
        [first, second]
    }

    let mut locals: Primed<Locals> = locals(Local(1)).prime();
    locals.send(Local(2));
    assert_eq!(locals.clone().send(Local(3)), Complete([Local(1), Local(2)]));
}

/// Named as a parameter would be, and with a raw name.
#[consumer(u8, name = Keep)]
fn keeping(keep: impl Fn(u8) -> bool) -> u8 {
    let mut kept = 0;
    loop {
        let byte = recv!();
        kept += u8::from(keep(byte));
    }
    on_close! { kept }
}

#[consumer(u8, name = r#Gen)]
fn raw(start: u8) -> u8 {
    let first = recv!();
    let second = recv!();
    start + first + second
}

#[test]
fn of_any_name() {
    fn held<K: Fn(u8) -> bool>(keep: Primed<Keep<K>>) -> Primed<Keep<K>> {
        keep
    }
    let mut keep = held(keeping(|byte| byte > 1).prime());
    keep.send(1);
    keep.send(2);
    assert_eq!(keep.close(), Some(1));
    let mut raw: Primed<Gen> = raw(1).prime();
    raw.send(2);
    assert_eq!(raw.send(3), Complete(6));
}
