//! What stands around a function or block holds of the type beside it too.

use coroutine_runtime::CoroutineState::Complete;
use coroutine_runtime::{Primed, consumer, recv};
use std::ops::Add;

#[consumer(u8, name = Levels)]
#[allow(unused_variables)]
#[expect(non_snake_case)]
fn levels(a: u8) -> u8 {
    let unused = 1;
    let Capital = recv!();
    a + Capital + recv!()
}

#[derive(Clone, Copy)]
struct Amount<T>(T);

impl<T: Add<Output = T>> Add for Amount<T> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Amount(self.0 + other.0)
    }
}

#[consumer]
impl<T> Amount<T>
where
    T: Copy,
    Self: Add<Output = Self>,
{
    #[consumer(Self, name = Summing)]
    fn summing(self, rounds: usize) -> Self {
        let mut sum: Self = self;
        for _ in 0..rounds {
            let amount = recv!();
            sum = sum + amount;
        }
        sum
    }

    #[cfg(any())]
    #[consumer(u8, name = Away)]
    fn away(&self) -> NoSuchType {
        recv!()
    }
}

mod other {
    pub(super) struct T(pub(super) u8);
}

#[consumer(u8, name = Unmentioned)]
fn unmentioned<T: Default>(number: other::T) -> (T, u8) {
    let byte = recv!();
    (T::default(), byte + number.0)
}

#[consumer(u8, name = Counted)]
fn counted<const N: usize>(names: impl IntoIterator<Item = impl Into<u8>>) -> u8 {
    let mut sum = 0u8;
    let mut names: Vec<u8> = names.into_iter().map(Into::into).collect();
    for at in 0..N {
        sum += recv!() + names[at];
    }
    names.clear();
    sum
}

#[consumer(u8, name = Applied)]
fn applied<G: FnMut(u8) -> u8>(g: G) -> u8 {
    let mut g = g;
    let first: u8 = g(recv!());
    let second: u8 = g(recv!());
    first + second
}

#[test]
fn a_parameter_has_its_type_under_the_same_name_too() {
    type Function = fn(u8) -> u8;
    let double: Function = |byte| 2 * byte;
    let mut applied: Primed<Applied<Function>> = applied(double).prime();
    applied.send(1);
    assert_eq!(applied.send(2), Complete(6));
}

#[test]
fn holds() {
    let mut levels: Primed<Levels> = levels(1).prime();
    levels.send(1);
    assert_eq!(levels.send(2), Complete(4));

    let mut summing: Primed<Summing<u8>> = Amount(1).summing(1).prime();
    let Complete(Amount(sum)) = summing.send(Amount(2)) else { panic!("that was one") };
    assert_eq!(sum, 3);

    let mut unmentioned: Primed<Unmentioned<u64>> = unmentioned(other::T(1)).prime();
    assert_eq!(unmentioned.send(2), Complete((0, 3)));

    let mut counted: Primed<Counted<2, [bool; 2], bool>> = counted([true, false]).prime();
    counted.send(1);
    assert_eq!(counted.send(2), Complete(4));
}
