//! Methods and associated functions: `self`, `&self`, `&mut self`, `Self`, generic `impl`s, traits.
#![deny(warnings)]
#![forbid(unsafe_code)]

use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::{Receive, Unprimed, consumer, on_close, recv};
use std::fmt::Debug;
use std::ops::AddAssign;

struct Frame<'a, T>(&'a [T]);

#[derive(Debug, PartialEq)]
struct Sum<T, const N: usize> {
    sum: T,
    name: String,
}

impl<T: Copy + AddAssign + Debug, const N: usize> Sum<T, N> {
    #[consumer([T; N])]
    fn arrays(mut self) -> Self {
        for _ in 0..2 {
            for x in recv!() {
                self.sum += x;
            }
            self.name += &format!("{:?}{self:?}", self.sum).len().to_string();
        }
        self
    }

    #[consumer(&Frame<'_, T>, reply = usize)]
    fn frames(&mut self, count: usize) -> &str {
        let mut count = count;
        while count < 5 {
            let frame = recv!(count);
            count += frame.0.len();
            for x in frame.0 {
                self.sum += *x;
            }
        }
        let push = |end| self.name.push(end);
        ['!', '?'].into_iter().for_each(push);
        &self.name
    }

    #[consumer(T)]
    fn made(name: String) -> Sum<T, N> {
        let sum = recv!();
        Sum { sum, name }
    }

    #[consumer(&Self)]
    fn compared(&self, seen: &mut Vec<bool>) {
        loop {
            let other = recv!();
            seen.push(self.name == other.name);
        }
        on_close! { seen.push(self.name.is_empty()); }
    }
}

#[test]
fn of_a_generic_type() {
    let mut made = Sum::<u32, 2>::made("a".to_owned()).prime();
    let Complete(mut sum) = made.send(1) else { panic!("it has its number") };

    let mut arrays = Sum::<u32, 2> { sum: 1, name: String::new() }.arrays().prime();
    assert_eq!(arrays.send([1, 2]), Yielded(()));
    let Complete(other) = arrays.send([3, 4]) else { panic!("these are two") };
    assert_eq!(other.sum, 11);

    let (mut frames, reply) = sum.frames(1).prime_with_reply();
    assert_eq!(reply, Some(1));
    let numbers = vec![5, 6];
    assert_eq!(frames.send(&Frame(&numbers)), Yielded(3));
    assert_eq!(frames.send(&Frame(&[1, 1])), Complete("a!?"));
    drop(frames);
    assert_eq!(sum.sum, 14);

    let mut seen = Vec::new();
    let mut compared = sum.compared(&mut seen).prime();
    compared.send(&other);
    compared.send(&sum);
    compared.close();
    assert_eq!(seen, [false, true, false]);
}

trait Decode {
    fn decode(self) -> Unprimed<impl Receive<u8, Reply = (), Output = u32>>;
}

impl Decode for u32 {
    #[consumer(u8)]
    fn decode(self) -> u32 {
        let factor = u32::from(recv!());
        (self + u32::from(recv!())) * factor
    }
}

#[test]
fn of_a_trait() {
    let mut decode = 5.decode().prime();
    assert_eq!(decode.send(2), Yielded(()));
    assert_eq!(decode.send(1), Complete(12));
}

#[test]
fn with_types_of_a_function() {
    struct Local(u8);
    impl Local {
        #[consumer(Local)]
        fn first(self: Box<Self>) -> (u8, Self) {
            let other = recv!();
            (self.0, other)
        }
    }
    let mut first = Box::new(Local(1)).first().prime();
    let Complete((one, Local(two))) = first.send(Local(2)) else { panic!("it has its input") };
    assert_eq!((one, two), (1, 2));
}

/// An assertion that does not hold says what was written.
#[test]
#[should_panic(expected = "assertion failed: self.len() > recv!()")]
fn asserts_of_self() {
    struct Words(Vec<&'static str>);
    impl Words {
        fn len(&self) -> usize {
            self.0.len()
        }
        #[consumer(usize)]
        fn checked(&self) {
            loop {
                assert!(self.len() > recv!());
            }
        }
    }
    let words = Words(vec!["a", "b"]);
    let mut checked = words.checked().prime();
    checked.send(1);
    checked.send(2);
}
