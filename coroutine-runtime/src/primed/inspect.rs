//! What can be asked of a consumer.

use core::fmt;

use crate::{Machine, Primed};

impl<M: Machine> Primed<M> {
    /// Whether the body has returned or panicked, or the consumer has been closed.
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
    /// let mut first = first().prime();
    /// assert!(!first.is_finished());
    /// first.send(1);
    /// assert!(first.is_finished());
    /// ```
    #[inline]
    pub fn is_finished(&self) -> bool {
        self.machine.state().is_none()
    }

    /// The name of the place where the body waits: after the binding that waits (`Line` for
    /// `let line = recv!()`), `Recv3` for the third `recv!()` if it has none, `Done` if the consumer
    /// has finished.
    ///
    /// For logs and tests; the names follow the source of the consumer.
    ///
    /// # Examples
    ///
    /// ```
    /// use coroutine_runtime::{consumer, recv};
    ///
    /// #[consumer(&str)]
    /// fn login() {
    ///     let user = recv!();
    ///     let password = recv!();
    /// }
    ///
    /// let mut login = login().prime();
    /// assert_eq!(login.state(), "User");
    /// login.send("guido");
    /// assert_eq!(login.state(), "Password");
    /// ```
    #[inline]
    pub fn state(&self) -> &'static str {
        self.machine.state().unwrap_or("Done")
    }
}

/// The consumer's name and its state: `Primed { consumer: "grep", state: "Line" }`; with the option `derive(Debug)` the locals
/// too: `state: Line { pattern: "Python" }`.
impl<M: Machine> fmt::Debug for Primed<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Primed")
            .field("consumer", &self.machine.name())
            .field("state", &State(&self.machine))
            .finish()
    }
}

struct State<'m, M>(&'m M);

impl<M: Machine> fmt::Debug for State<'_, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
