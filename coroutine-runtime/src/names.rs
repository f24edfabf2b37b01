//! What a state is called, and how it is shown.

use core::fmt::{self, Debug};

/// Tells the place where a state waits.
pub trait Names<S> {
    /// `None` if it does not wait.
    fn name(&self, state: &S) -> Option<&'static str>;

    /// What `Debug` shows of the state.
    fn fmt(&self, state: &S, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

impl<S, N: Fn(&S) -> Option<&'static str>> Names<S> for N {
    #[inline]
    fn name(&self, state: &S) -> Option<&'static str> {
        self(state)
    }

    fn fmt(&self, state: &S, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self(state).unwrap_or("Done").fmt(f)
    }
}

/// Shows the locals too: `derive(Debug)`.
#[derive(Clone)]
pub struct Shown<N>(pub(crate) N);

impl<S: Debug, N: Fn(&S) -> Option<&'static str>> Names<S> for Shown<N> {
    #[inline]
    fn name(&self, state: &S) -> Option<&'static str> {
        self.0(state)
    }

    fn fmt(&self, state: &S, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        state.fmt(f)
    }
}
