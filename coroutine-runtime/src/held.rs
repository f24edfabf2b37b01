//! What is stored of a local that is held for its drop alone, and that may borrow from something that ends before: the macro sees
//! no types, and has rustc decide.

mod quiet;

use core::marker::PhantomData;
use quiet::{Quiet, Settled};

/// The type of a value: `Held::of(&value).left(value)` is nothing if its drop does nothing that anybody sees, and the value itself
/// otherwise. So what borrows and is no more than that can end where it is last used.
///
/// Resolved as autoref specialization is: an inherent method wins over that of a trait, and one by value over one by reference. Of what a
/// closure may be part of, `settled` is asked instead: whether that is `Copy` is known only once all of the function has been looked at.
pub struct Held<T>(PhantomData<fn() -> T>);

impl<T> Held<T> {
    /// That of a value.
    #[inline]
    #[must_use]
    pub fn of(_: &T) -> Self {
        Held(PhantomData)
    }
}

/// What is left of a value whose drop does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Nothing;

impl<T: Copy> Held<T> {
    /// What is `Copy` has no drop.
    #[inline]
    #[must_use]
    pub fn left(self, _: T) -> Nothing {
        Nothing
    }
}

/// The way taken by what is seen to be `Quiet`.
pub trait LeftQuiet<T> {
    /// Nothing is to be dropped later.
    fn left(self, value: T) -> Nothing;
}

impl<T: Quiet> LeftQuiet<T> for Held<T> {
    #[inline]
    fn left(self, _: T) -> Nothing {
        Nothing
    }
}

/// The way taken by every other type.
pub trait LeftWhole<T> {
    /// All of it is to be dropped later.
    fn left(self, value: T) -> T;
}

impl<T> LeftWhole<T> for &Held<T> {
    #[inline]
    fn left(self, value: T) -> T {
        value
    }
}

/// The way taken by what is seen to be quiet, and to have no closure in it.
pub trait SettledQuiet<T> {
    /// Nothing is to be dropped later.
    fn settled(self, value: T) -> Nothing;
}

impl<T: Settled> SettledQuiet<T> for Held<T> {
    #[inline]
    fn settled(self, _: T) -> Nothing {
        Nothing
    }
}

/// The way taken by every other type, where a closure may be part of it.
pub trait SettledWhole<T> {
    /// All of it is to be dropped later.
    fn settled(self, value: T) -> T;
}

impl<T> SettledWhole<T> for &Held<T> {
    #[inline]
    fn settled(self, value: T) -> T {
        value
    }
}

#[cfg(test)]
mod tests {
    use super::{Held, LeftQuiet as _, LeftWhole as _, Nothing};
    use super::{SettledQuiet as _, SettledWhole as _};

    #[test]
    fn a_closure_is_kept_and_what_has_none_is_not() {
        let (mut count, text) = (0, [1, 2]);
        let mut counts = || count += 1;
        counts();
        let first = text.first();
        let Nothing = Held::of(&first).settled(first);
        let mut kept = Held::of(&counts).settled(counts);
        kept();
        assert_eq!(count, 2);
    }

    struct Loud;
    impl Drop for Loud {
        fn drop(&mut self) {}
    }

    macro_rules! left {
        ($value:expr) => {{
            let value = $value;
            Held::of(&value).left(value)
        }};
    }

    #[test]
    fn nothing_is_left_of_what_only_borrows() {
        let mut text = *b"a b";
        let Nothing = left!(text.first());
        let Nothing = left!(text.first_mut());
        let Nothing = left!(text.iter_mut().rev().enumerate().peekable());
        let Nothing = left!(text.split(u8::is_ascii_whitespace).filter_map(<[u8]>::first));
        let Nothing = left!("a b".split(' ').map(str::trim));
        let Nothing = left!("a b".splitn(2, char::is_whitespace));
        let Nothing = left!(("a b".chars(), Some("b".lines())));
    }

    #[cfg(feature = "alloc")]
    #[test]
    fn nothing_is_left_of_a_collection_of_borrows() {
        let Nothing = left!("a b".split(' ').collect::<alloc::vec::Vec<_>>());
        let Nothing = left!(alloc::string::String::from("a"));
    }

    #[test]
    fn what_has_a_drop_is_left_whole() {
        let Loud = left!(Loud);
        let Some(Loud) = left!(Some(Loud)) else { unreachable!() };
        let (Loud, 1) = left!((Loud, 1)) else { unreachable!() };
        assert!(left!(core::iter::once(Loud)).next().is_some());
    }
}
