//! What is stored of a local that is held for its drop alone, and that may borrow from something that ends before: the macro sees
//! no types, and has rustc decide.

mod quiet;

use core::marker::PhantomData;
use quiet::Quiet;

/// The type of a value: `Held::of(&value).left(value)` is nothing if its drop does nothing that anybody sees, and the value itself
/// otherwise. So what borrows and is no more than that can end where it is last used.
///
/// Resolved as autoref specialization is: an inherent method wins over that of a trait, and one by value over one by reference. Not to
/// be asked of what a closure is part of: whether that is `Copy` is known only once all of the function has been looked at.
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

#[cfg(test)]
mod tests {
    use super::{Held, LeftQuiet as _, LeftWhole as _, Nothing};

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
