//! A consumer that has been called, and has not run.

use core::fmt;

use crate::{Machine, Primed, Receive};

/// A consumer of which nothing has run yet: what calling a `#[consumer]` function gives.
///
/// There is no `send` here, so forgetting to prime does not compile. Dropping it drops the
/// arguments; no handler runs.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::{consumer, recv};
///
/// #[consumer(u32)]
/// fn first() -> u32 {
///     recv!()
/// }
///
/// let unprimed = first();
/// let mut primed = unprimed.prime();
/// primed.send(7);
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[must_use = "nothing of a consumer runs before it is primed"]
pub struct Unprimed<M> {
    machine: M,
}

impl<M> Unprimed<M> {
    #[inline]
    pub(crate) fn new(machine: M) -> Self {
        Self { machine }
    }

    #[cfg(feature = "serde")]
    pub(crate) fn into_machine(self) -> M {
        self.machine
    }

    /// Runs the body to its first `recv!()`, from where it can be sent to.
    ///
    /// A reply given there is dropped; [`prime_with_reply`](Self::prime_with_reply) gives it. If the
    /// body returns before any `recv!()`, the consumer is finished and
    /// [`close`](Primed::close) gives the output.
    ///
    /// # Panics
    ///
    /// If the body panics. Its locals are then dropped, and no handler runs.
    ///
    /// # Examples
    ///
    /// ```
    /// use coroutine_runtime::{consumer, recv};
    ///
    /// #[consumer(u32)]
    /// fn first() -> u32 {
    ///     println!("ready"); // printed by `prime`
    ///     recv!()
    /// }
    ///
    /// let mut first = first().prime();
    /// first.send(7);
    /// ```
    #[inline]
    pub fn prime<Input>(self) -> Primed<M>
    where
        M: Receive<Input>,
    {
        self.prime_with_reply().0
    }

    /// As [`prime`](Self::prime), and gives the reply of the first `recv!(reply)` too; `None` if the
    /// body returned before it.
    ///
    /// # Panics
    ///
    /// If the body panics. Its locals are then dropped, and no handler runs.
    ///
    /// # Examples
    ///
    /// ```
    /// use coroutine_runtime::{consumer, recv};
    ///
    /// #[consumer(&str, reply = usize)]
    /// fn lengths() {
    ///     let mut length = 0;
    ///     loop {
    ///         length = recv!(length).len();
    ///     }
    /// }
    ///
    /// let (_lengths, reply) = lengths().prime_with_reply();
    /// assert_eq!(reply, Some(0));
    /// ```
    #[inline]
    pub fn prime_with_reply<Input>(self) -> (Primed<M>, Option<M::Reply>)
    where
        M: Receive<Input>,
    {
        let mut machine = self.machine;
        let reply = machine.prime();
        (Primed::new(machine), reply)
    }
}

/// The consumer's name: `Unprimed { consumer: "grep" }`.
impl<M: Machine> fmt::Debug for Unprimed<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unprimed").field("consumer", &self.machine.name()).finish()
    }
}
