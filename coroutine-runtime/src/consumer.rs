//! Any consumer of an input, whatever machine drives it.

use crate::{CoroutineState, Machine, Primed, Receive, SendError};

/// Something that can be sent `Input` until it finishes.
///
/// What a stage of a pipeline is generic over: `C: for<'a> Consumer<&'a str>` takes lines that live
/// only as long as their own send. Such a stage that passes on what `send` answers says `Reply = ()` too: a reply that
/// is not known might borrow from the line. Implemented by [`Primed`], the stages of [`pipeline`](crate::pipeline),
/// `&mut C`, and with the feature `alloc` `Box<C>`; it can be made into an object.
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
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no consumer of `{Input}`",
    label = "this cannot be sent `{Input}`"
)]
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

    /// Sends a copy of each input until the consumer completes, and drops the replies. See
    /// [`Primed::feed`].
    ///
    /// Returns `Complete` with the output and the inputs that were not taken, or `Yielded` if the
    /// consumer took them all and waits for more. On an object it is one call for all of them.
    ///
    /// # Panics
    ///
    /// As [`send`](Self::send): if the consumer has finished before and there is an input to send,
    /// or panics itself. No inputs are `Yielded(())` to a finished consumer too.
    ///
    /// # Examples
    ///
    /// ```
    /// use coroutine_runtime::{Consumer, CoroutineState, consumer, recv};
    ///
    /// #[consumer(u8)]
    /// fn word() -> String {
    ///     let mut word = String::new();
    ///     loop {
    ///         match recv!() {
    ///             b' ' => return word,
    ///             byte => word.push(char::from(byte)),
    ///         }
    ///     }
    /// }
    ///
    /// let mut word = word().prime();
    /// let word: &mut dyn Consumer<u8, Reply = (), Output = String> = &mut word;
    /// assert_eq!(word.feed(b"sp"), CoroutineState::Yielded(()));
    /// assert_eq!(word.feed(b"am eggs"), CoroutineState::Complete(("spam".to_owned(), &b"eggs"[..])));
    /// ```
    #[track_caller]
    fn feed<'inputs>(
        &mut self,
        inputs: &'inputs [Input],
    ) -> CoroutineState<(), (Self::Output, &'inputs [Input])>
    where
        Input: Copy,
    {
        let mut rest = inputs.iter();
        for &input in rest.by_ref() {
            if let CoroutineState::Complete(output) = self.send(input) {
                return CoroutineState::Complete((output, rest.as_slice()));
            }
        }
        CoroutineState::Yielded(())
    }
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

    #[inline]
    fn feed<'inputs>(
        &mut self,
        inputs: &'inputs [Input],
    ) -> CoroutineState<(), (Self::Output, &'inputs [Input])>
    where
        Input: Copy,
    {
        self.feed_any(inputs)
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

            #[inline]
            fn feed<'inputs>(
                &mut self,
                inputs: &'inputs [Input],
            ) -> CoroutineState<(), (Self::Output, &'inputs [Input])>
            where
                Input: Copy,
            {
                (**self).feed(inputs)
            }
        }
    )+};
}

through_pointer!(
    &mut C,
    #[cfg(feature = "alloc")]
    alloc::boxed::Box<C>,
);
