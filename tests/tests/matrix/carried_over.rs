//! What stands around the body stays where it was: attributes, visibility, those on parameters.

use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::{Unprimed, consumer, on_close, recv};

mod visible {
    use coroutine_runtime::{consumer, recv};

    /// Has docs.
    #[consumer(u8)]
    #[deprecated = "there is a newer one"]
    #[inline]
    pub(in crate::carried_over) fn old(first: u8) -> u8 {
        let second = recv!();
        first + second + recv!()
    }

    /// Has docs, and its type is as visible.
    #[consumer(u8, name = Older)]
    #[deprecated(since = "0.1.0", note = "there is a newer one")]
    #[inline(never)]
    pub(super) fn older(first: u8) -> u8 {
        let second = recv!();
        first + second + recv!()
    }

    pub(super) mod inner {
        #[coroutine_runtime::consumer(u8, name = OfSuper)]
        pub(in super::super) fn of_super(first: u8) -> u8 {
            let second = coroutine_runtime::recv!();
            first + second + coroutine_runtime::recv!()
        }
    }
}

#[test]
#[expect(deprecated, reason = "both are")]
fn deprecation_and_visibility() {
    let mut old = visible::old(1).prime();
    assert_eq!((old.send(2), old.send(3)), (Yielded(()), Complete(6)));
}

#[test]
#[expect(deprecated, reason = "both are")]
fn with_a_name() {
    let unprimed: Unprimed<visible::Older> = visible::older(1);
    let mut older = unprimed.prime();
    assert_eq!((older.send(2), older.send(3)), (Yielded(()), Complete(6)));
    let unprimed: Unprimed<visible::inner::OfSuper> = visible::inner::of_super(1);
    let mut of_super = unprimed.prime();
    assert_eq!((of_super.send(2), of_super.send(3)), (Yielded(()), Complete(6)));
}

/// The first of each pair is configured away, also behind the attribute.
#[consumer(u8)]
#[cfg(not(test))]
fn chosen() -> u8 {
    compile_error!("not compiled")
}

#[consumer(u8)]
#[cfg(test)]
#[cfg_attr(test, must_use = "does nothing yet")]
fn chosen() -> u8 {
    recv!() + recv!()
}

#[cfg(not(test))]
#[consumer(u8, name = Chosen)]
fn chosen_by_name() -> u8 {
    compile_error!("not compiled")
}

#[consumer(u8, name = Chosen)]
#[cfg(test)]
fn chosen_by_name() -> u8 {
    let first = recv!();
    first + recv!()
}

#[test]
fn configured() {
    let mut one = chosen().prime();
    let mut other = chosen_by_name().prime();
    assert_eq!((one.send(1), other.send(1)), (Yielded(()), Yielded(())));
    assert_eq!((one.send(2), other.send(2)), (Complete(3), Complete(3)));
}

#[consumer(u8)]
fn parameters(
    #[allow(unused_variables, reason = "it is")] unused: u8,
    present: u8,
    #[allow(unused_mut, reason = "it need not be")] mut still: u8,
) -> u8 {
    let sum = recv!() + present;
    sum + recv!() + still
}

#[consumer(u8, name = Parameters)]
fn parameters_by_name(
    #[allow(unused_variables, reason = "it is")] unused: u8,
    present: u8,
    #[allow(unused_mut, reason = "it need not be")] mut still: u8,
) -> u8 {
    let sum: u8 = recv!() + present;
    sum + recv!() + still
}

#[test]
fn on_parameters() {
    let mut one = parameters(1, 2, 3).prime();
    let mut other: coroutine_runtime::Primed<Parameters> = parameters_by_name(1, 2, 3).prime();
    assert_eq!((one.send(4), other.send(4)), (Yielded(()), Yielded(())));
    assert_eq!((one.send(5), other.send(5)), (Complete(14), Complete(14)));
}

/// Attributes of methods, and a default in a trait that an `impl` may do without.
trait Counts {
    const STEP: u32;

    #[consumer(u8)]
    #[must_use = "has to be primed"]
    fn counts(&self, limit: u32) -> u32 {
        let mut count = 0;
        while count < limit {
            recv!();
            count += Self::STEP;
        }
        count
    }
}

struct ByOne;
struct ByTwo<T = u8>(T);

impl Counts for ByOne {
    const STEP: u32 = 1;
}

impl Counts for ByTwo {
    const STEP: u32 = 2;
}

/// The block has attributes, and one method of it too.
#[consumer]
#[allow(clippy::unused_self, reason = "of the methods")]
impl<T: Copy + Into<u32>> ByTwo<T> {
    #[consumer(u8, name = Adding)]
    #[cfg(test)]
    #[must_use]
    pub(crate) fn adding(&self, #[allow(unused_variables)] unused: u8) -> u32 {
        let mut sum: u32 = self.0.into();
        loop {
            sum += u32::from(recv!());
        }
        on_close! { sum }
    }

    #[consumer(u8, name = Away)]
    #[cfg(not(test))]
    fn away(&self) -> u32 {
        missing(recv!())
    }
}

#[test]
fn defaults_of_a_trait_and_of_a_type() {
    let mut one = ByOne.counts(2).prime();
    let two = ByTwo(1);
    let mut other = two.counts(3).prime();
    assert_eq!((one.send(0), other.send(0)), (Yielded(()), Yielded(())));
    assert_eq!((one.send(0), other.send(0)), (Complete(2), Complete(4)));
    let mut adding: coroutine_runtime::Primed<Adding<'_, u8>> = two.adding(0).prime();
    adding.send(5);
    adding.send(6);
    assert_eq!(adding.close(), Some(12));
}

#[deprecated]
#[derive(Clone, Copy)]
struct Outdated(u8);

// With a name they do not yet hold for the type and its transitions, which stand beside the function.

/// Levels of lints hold for the body.
#[consumer(u8)]
#[allow(deprecated, non_snake_case, unused_mut, reason = "as in the body")]
#[expect(unused_variables, reason = "as in the body")]
fn Lenient(outdated: Outdated) -> u8 {
    let unused = 1;
    let mut Sum = recv!();
    Sum + recv!() + outdated.0
}

#[test]
#[expect(deprecated, reason = "it is")]
fn levels_of_lints() {
    let mut one = Lenient(Outdated(1)).prime();
    assert_eq!((one.send(4), one.send(5)), (Yielded(()), Complete(10)));
}
