//! Makes a machine of a state and closures.

use crate::inferred::Inferred;
use crate::names::Shown;
use crate::transitions::{Merged, Separate};
use crate::unprimed::Unprimed;

type Made<S, L, F, N, T, C> = Unprimed<Inferred<S, L, F, N, T, C>>;

/// The state in which a machine starts.
///
/// [`names`](Self::names), [`prime`](Self::prime), [`close`](Self::close) and [`keep`](Self::keep)
/// give back the closure that they are given. They exist for their bounds: a closure has exactly the
/// signature that it is passed under, and the starting state makes all of them agree on one `S`.
/// There is one call a closure, so that rustc infers them in the order of the source, in which the
/// type of each local is known before it is used.
///
/// The closure that receives has none here: its signature names the input, so the expansion prints
/// such a function itself.
pub struct Start<S>(pub S);

impl<S> Start<S> {
    /// Tells the name of the place where the state waits.
    #[inline]
    pub fn names<N>(&self, names: N) -> N
    where
        N: Fn(&S) -> Option<&'static str>,
    {
        names
    }

    /// As [`names`](Self::names), for a state that shows its locals.
    #[inline]
    pub fn shown<N>(&self, names: N) -> Shown<N>
    where
        N: Fn(&S) -> Option<&'static str>,
    {
        Shown(names)
    }

    /// Runs to the first `recv!()`.
    #[inline]
    pub fn prime<Reply, P>(&self, prime: P) -> P
    where
        P: Fn(&mut S) -> Option<Reply>,
    {
        prime
    }

    /// Runs the handlers and drops what the state holds.
    #[inline]
    pub fn close<Output, C>(&self, close: C) -> C
    where
        C: Fn(&mut S) -> Option<Output>,
    {
        close
    }

    /// Keeps the output of a body that returned while it was primed.
    #[inline]
    pub fn keep<Output, K>(&self, keep: K) -> K
    where
        K: Fn(&mut S, Output),
    {
        keep
    }

    /// The consumer that is primed by one closure and sent to by another.
    #[inline]
    pub fn machine<L, F, N, T, C>(
        self,
        label: L,
        finish: F,
        names: N,
        transitions: T,
        close: C,
    ) -> Made<S, L, F, N, Separate<T>, C>
    where
        F: Fn(&mut S),
    {
        let transitions = Separate(transitions);
        Unprimed::new(Inferred { state: self.0, label, finish, names, transitions, close })
    }

    /// The consumer that is primed and sent to by one closure.
    #[inline]
    pub fn merged<L, F, N, T, C>(
        self,
        label: L,
        finish: F,
        names: N,
        transitions: T,
        close: C,
    ) -> Made<S, L, F, N, Merged<T>, C>
    where
        F: Fn(&mut S),
    {
        let transitions = Merged(transitions);
        Unprimed::new(Inferred { state: self.0, label, finish, names, transitions, close })
    }
}

/// What a function gives whose machine has a name.
#[inline]
pub fn unprimed<M>(machine: M) -> Unprimed<M> {
    Unprimed::new(machine)
}
