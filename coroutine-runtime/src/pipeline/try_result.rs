//! What a sink that may stop early is told: go on, or stop.

use core::ops::ControlFlow;

/// What the closure of [`try_fold`](super::try_fold) or [`try_for_each`](super::try_for_each) gives: a `Result`, an `Option`
/// or a [`ControlFlow`].
///
/// Stands for the standard library's `Try`, which is not stable, and cannot be implemented outside of this crate.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::pipeline::{Try, try_fold};
/// use coroutine_runtime::{Consumer, CoroutineState};
///
/// /// Adds up what it is sent, by an addition that may fail in its own way.
/// fn sum<R>(add: impl Fn(u8, u8) -> R) -> impl Consumer<u8, Reply = (), Output = R>
/// where
///     R: Try<Output = u8>,
/// {
///     try_fold(0, add)
/// }
///
/// let mut checked = sum(u8::checked_add);
/// assert_eq!(checked.send(255), CoroutineState::Yielded(()));
/// assert_eq!(checked.send(1), CoroutineState::Complete(None));
/// ```
pub trait Try: Sized + sealed::Sealed {
    /// What it holds if it says to go on.
    type Output;

    /// Says to go on, with `output`.
    fn from_output(output: Self::Output) -> Self;

    /// What to go on with, or itself if it says to stop.
    fn branch(self) -> ControlFlow<Self, Self::Output>;
}

mod sealed {
    use core::ops::ControlFlow;

    pub trait Sealed {}

    impl<T> Sealed for Option<T> {}
    impl<T, E> Sealed for Result<T, E> {}
    impl<B, C> Sealed for ControlFlow<B, C> {}
}

impl<T> Try for Option<T> {
    type Output = T;

    #[inline]
    fn from_output(output: T) -> Self {
        Some(output)
    }

    #[inline]
    fn branch(self) -> ControlFlow<Self, T> {
        match self {
            Some(output) => ControlFlow::Continue(output),
            None => ControlFlow::Break(None),
        }
    }
}

impl<T, E> Try for Result<T, E> {
    type Output = T;

    #[inline]
    fn from_output(output: T) -> Self {
        Ok(output)
    }

    #[inline]
    fn branch(self) -> ControlFlow<Self, T> {
        match self {
            Ok(output) => ControlFlow::Continue(output),
            Err(error) => ControlFlow::Break(Err(error)),
        }
    }
}

impl<B, C> Try for ControlFlow<B, C> {
    type Output = C;

    #[inline]
    fn from_output(output: C) -> Self {
        ControlFlow::Continue(output)
    }

    #[inline]
    fn branch(self) -> ControlFlow<Self, C> {
        match self {
            ControlFlow::Continue(output) => ControlFlow::Continue(output),
            ControlFlow::Break(value) => ControlFlow::Break(ControlFlow::Break(value)),
        }
    }
}
