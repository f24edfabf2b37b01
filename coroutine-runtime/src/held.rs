//! A local that is kept for its drop alone, and that may borrow from an input.

/// Wraps the value, whose type the macro cannot see: `Held(value).left()` is nothing for what is `Copy`, whose drop does nothing,
/// and the value itself for any other type. So what borrows from an input and is no more than that can end with it.
///
/// Resolved as autoref specialization is: an inherent method wins over that of a trait.
pub struct Held<T>(pub T);

/// What is left of a value whose drop does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Nothing;

impl<T: Copy> Held<T> {
    /// Nothing is to be dropped.
    #[inline]
    #[must_use]
    pub fn left(self) -> Nothing {
        Nothing
    }
}

/// The way taken by every type that is not `Copy`.
pub trait HeldValue {
    /// The type of the value.
    type Left;

    /// What is to be dropped.
    fn left(self) -> Self::Left;
}

impl<T> HeldValue for Held<T> {
    type Left = T;

    #[inline]
    fn left(self) -> T {
        self.0
    }
}
