//! What `?` means, on stable: the standard library's `Try` and `FromResidual`, impl for impl.
//!
//! A body is split into transitions, so a `?` in it cannot return from the function it was written
//! in. Its desugaring names these traits instead, and the messages are close to rustc's own. The
//! impls are kept out of them, except that of `Result`: it tells of the `From` that is missing.

use core::convert::Infallible;
use core::ops::ControlFlow;
use core::task::Poll;

/// The operand of a `?`.
#[diagnostic::on_unimplemented(
    message = "the `?` operator can only be applied to values that implement `Try`",
    label = "the `?` operator cannot be applied to type `{Self}`",
    note = "`Option`, `Result`, `ControlFlow` and a `Poll` of a `Result` do"
)]
pub trait Try {
    /// What the `?` evaluates to.
    type Output;
    /// What is left to return: `Option<Infallible>`, `Result<Infallible, E>`.
    type Residual;

    /// Decides between the two.
    fn branch(self) -> ControlFlow<Self::Residual, Self::Output>;
}

/// `operand?`: its value, or what to return.
///
/// # Errors
///
/// What the body returns.
// As in the standard library, so that a `From` that asks for its caller is told of the `?`.
#[inline]
#[track_caller]
pub fn question_mark<T: Try, Output: FromResidual<T::Residual>>(
    operand: T,
) -> Result<T::Output, Output> {
    match operand.branch() {
        ControlFlow::Continue(value) => Ok(value),
        ControlFlow::Break(residual) => Err(Output::from_residual(residual)),
    }
}

/// What a consumer with a `?` in it returns.
#[diagnostic::on_unimplemented(
    message = "the `?` operator can only be used in a function that returns `Result` or `Option` (or another type that implements `FromResidual`)",
    label = "cannot use the `?` operator in a function that returns `{Self}`",
    note = "`?` needs `Option` for an `Option`, and `Result` with an error that is `From` its own for a `Result`"
)]
pub trait FromResidual<Residual> {
    /// What the consumer returns for a `?` that stops.
    fn from_residual(residual: Residual) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T> Try for Option<T> {
    type Output = T;
    type Residual = Option<Infallible>;

    #[inline]
    fn branch(self) -> ControlFlow<Self::Residual, T> {
        match self {
            Some(value) => ControlFlow::Continue(value),
            None => ControlFlow::Break(None),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T> FromResidual<Option<Infallible>> for Option<T> {
    #[inline]
    fn from_residual(_: Option<Infallible>) -> Self {
        None
    }
}

#[diagnostic::do_not_recommend]
impl<T, E> Try for Result<T, E> {
    type Output = T;
    type Residual = Result<Infallible, E>;

    #[inline]
    fn branch(self) -> ControlFlow<Self::Residual, T> {
        match self {
            Ok(value) => ControlFlow::Continue(value),
            Err(error) => ControlFlow::Break(Err(error)),
        }
    }
}

impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Result<T, F> {
    #[inline]
    #[track_caller]
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        let Err(error) = residual;
        Err(From::from(error))
    }
}

#[diagnostic::do_not_recommend]
impl<B, C> Try for ControlFlow<B, C> {
    type Output = C;
    type Residual = ControlFlow<B, Infallible>;

    #[inline]
    fn branch(self) -> ControlFlow<Self::Residual, C> {
        match self {
            ControlFlow::Continue(value) => ControlFlow::Continue(value),
            ControlFlow::Break(value) => ControlFlow::Break(ControlFlow::Break(value)),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<B, C> FromResidual<ControlFlow<B, Infallible>> for ControlFlow<B, C> {
    #[inline]
    fn from_residual(residual: ControlFlow<B, Infallible>) -> Self {
        let ControlFlow::Break(value) = residual;
        ControlFlow::Break(value)
    }
}

#[diagnostic::do_not_recommend]
impl<T, E> Try for Poll<Result<T, E>> {
    type Output = Poll<T>;
    type Residual = Result<Infallible, E>;

    #[inline]
    fn branch(self) -> ControlFlow<Self::Residual, Poll<T>> {
        match self {
            Poll::Ready(Ok(value)) => ControlFlow::Continue(Poll::Ready(value)),
            Poll::Ready(Err(error)) => ControlFlow::Break(Err(error)),
            Poll::Pending => ControlFlow::Continue(Poll::Pending),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Result<T, F>> {
    #[inline]
    #[track_caller]
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        let Err(error) = residual;
        Poll::Ready(Err(From::from(error)))
    }
}

#[diagnostic::do_not_recommend]
impl<T, E> Try for Poll<Option<Result<T, E>>> {
    type Output = Poll<Option<T>>;
    type Residual = Result<Infallible, E>;

    #[inline]
    fn branch(self) -> ControlFlow<Self::Residual, Poll<Option<T>>> {
        match self {
            Poll::Ready(Some(Ok(value))) => ControlFlow::Continue(Poll::Ready(Some(value))),
            Poll::Ready(Some(Err(error))) => ControlFlow::Break(Err(error)),
            Poll::Ready(None) => ControlFlow::Continue(Poll::Ready(None)),
            Poll::Pending => ControlFlow::Continue(Poll::Pending),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Option<Result<T, F>>> {
    #[inline]
    #[track_caller]
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        let Err(error) = residual;
        Poll::Ready(Some(Err(From::from(error))))
    }
}
