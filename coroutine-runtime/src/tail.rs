//! The value of a function-level `on_close!`, which may be the output or may be nothing.

/// Wraps the value, whose type the macro cannot see: `Tail(value).output()` is `None` for `()`, and
/// `Some(value)` for any other type.
///
/// Resolved as autoref specialization is: an inherent method wins over that of a trait.
pub struct Tail<T>(pub T);

impl Tail<()> {
    /// Nothing to hand out.
    #[inline]
    #[must_use]
    pub fn output<Output>(self) -> Option<Output> {
        None
    }
}

/// The way taken by every type but `()`.
pub trait TailValue {
    /// The type of the value.
    type Output;

    /// The value to hand out.
    fn output(self) -> Option<Self::Output>;
}

impl<T> TailValue for Tail<T> {
    type Output = T;

    #[inline]
    fn output(self) -> Option<T> {
        Some(self.0)
    }
}
