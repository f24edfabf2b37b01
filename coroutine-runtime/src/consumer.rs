//! Any consumer of an input, whatever machine drives it.

use crate::{CoroutineState, Machine, Primed, Receive, SendError};

/// Something that can be sent `Input` until it finishes.
///
/// What a stage of a pipeline is generic over: `C: for<'a> Consumer<&'a str>` takes lines that live
/// only as long as their own send. Such a stage that passes on what `send` answers says `Reply = ()` too: a reply that
/// is not known might borrow from the line. Implemented by [`Primed`], `&mut C`, and with the feature `alloc`
/// `Box<C>`; it can be made into an object.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::{Consumer, consumer, on_close, recv};
///
/// #[consumer(&str)]
/// fn count() -> usize {
///     let mut count = 0;
///     loop {
///         recv!();
///         count += 1;
///     }
///     on_close! { count }
/// }
///
/// #[consumer(&str)]
/// fn grep<C: for<'a> Consumer<&'a str>>(pattern: &str, mut found: C) {
///     loop {
///         let line = recv!();
///         if line.contains(pattern) {
///             found.send(line);
///         }
///     }
/// }
///
/// let mut found = count().prime();
/// let mut grep = grep("Python", &mut found).prime();
/// grep.send("Python generators rock!");
/// grep.send("a series of tubes");
/// grep.close();
/// assert_eq!(found.close(), Some(1));
/// ```
pub trait Consumer<Input> {
    /// What one send is answered with.
    type Reply;

    /// What the consumer gives when it finishes.
    type Output;

    /// Gives the consumer one input. See [`Primed::send`].
    ///
    /// # Panics
    ///
    /// If the consumer has finished, or panics itself. Called on an object, the panic cannot name
    /// the caller's line.
    // As on `Primed::send`; on a trait's method it is inherited by every impl.
    #[track_caller]
    fn send(&mut self, input: Input) -> CoroutineState<Self::Reply, Self::Output>;

    /// As [`send`](Self::send), and hands the input back instead of panicking if the consumer has
    /// finished. See [`Primed::try_send`].
    ///
    /// # Errors
    ///
    /// [`SendError`] with the input if the consumer has finished.
    fn try_send(
        &mut self,
        input: Input,
    ) -> Result<CoroutineState<Self::Reply, Self::Output>, SendError<Input>>;

    /// Ends the consumer and gives its output, if it has one to give. See [`Primed::close`].
    ///
    /// The consumer is finished afterwards; closing it again gives `None`.
    fn close(&mut self) -> Option<Self::Output>;

    /// Whether nothing can be sent any more. See [`Primed::is_finished`].
    fn is_finished(&self) -> bool;
}

impl<Input, M: Receive<Input>> Consumer<Input> for Primed<M> {
    type Reply = M::Reply;
    type Output = <M as Machine>::Output;

    #[inline]
    fn send(&mut self, input: Input) -> CoroutineState<Self::Reply, Self::Output> {
        Primed::send(self, input)
    }

    #[inline]
    fn try_send(
        &mut self,
        input: Input,
    ) -> Result<CoroutineState<Self::Reply, Self::Output>, SendError<Input>> {
        Primed::try_send(self, input)
    }

    #[inline]
    fn close(&mut self) -> Option<Self::Output> {
        self.finish()
    }

    #[inline]
    fn is_finished(&self) -> bool {
        Primed::is_finished(self)
    }
}

/// Both kinds of pointer, word for word.
macro_rules! through_pointer {
    ($($(#[$attribute:meta])* $pointer:ty),+ $(,)?) => {$(
        $(#[$attribute])*
        impl<Input, C: Consumer<Input> + ?Sized> Consumer<Input> for $pointer {
            type Reply = C::Reply;
            type Output = C::Output;

            #[inline]
            fn send(&mut self, input: Input) -> CoroutineState<Self::Reply, Self::Output> {
                (**self).send(input)
            }

            #[inline]
            fn try_send(
                &mut self,
                input: Input,
            ) -> Result<CoroutineState<Self::Reply, Self::Output>, SendError<Input>> {
                (**self).try_send(input)
            }

            #[inline]
            fn close(&mut self) -> Option<Self::Output> {
                (**self).close()
            }

            #[inline]
            fn is_finished(&self) -> bool {
                (**self).is_finished()
            }
        }
    )+};
}

through_pointer!(
    &mut C,
    #[cfg(feature = "alloc")]
    alloc::boxed::Box<C>,
);
