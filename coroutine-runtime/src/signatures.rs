//! The signatures of a machine's closures.
//!
//! Each function gives back the closure it is given. It exists for its bounds: a closure has exactly
//! the signature that it is passed under, and the reference to the starting state makes them all
//! agree on one `S`. One call a closure, so that rustc infers them in the order of the source, in
//! which each local's type is known before it is used.
//!
//! The closure that receives is missing: its signature names the input, so the expansion prints that
//! function itself.

/// Tells the name of the place where the state waits.
#[inline]
pub fn names<S, N>(_: &S, names: N) -> N
where
    N: Fn(&S) -> Option<&'static str>,
{
    names
}

/// Runs to the first `recv!()`.
#[inline]
pub fn prime<S, Reply, P>(_: &S, prime: P) -> P
where
    P: Fn(&mut S) -> Option<Reply>,
{
    prime
}

/// Runs the handlers and drops what the state holds.
#[inline]
pub fn close<S, Output, C>(_: &S, close: C) -> C
where
    C: Fn(&mut S) -> Option<Output>,
{
    close
}

/// Keeps the output of a body that returned while it was primed.
#[inline]
pub fn keep<S, Output, K>(_: &S, keep: K) -> K
where
    K: Fn(&mut S, Output),
{
    keep
}
