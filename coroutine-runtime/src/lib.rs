//! Functions that wait for input: `#[consumer]` turns one into an explicit enum state machine, and this crate drives it.
//!
//! A consumer is written as an ordinary function that waits in [`recv!`]. Its state machine has one
//! variant for each place to wait, which holds exactly the locals alive there: no allocation, no
//! `Pin`, no `unsafe`, nothing to run it but your own calls.
//!
//! ```
//! use coroutine_runtime::{consumer, on_close, recv};
//!
//! #[consumer(&str)] // what `send` takes; a fresh lifetime for every send
//! fn grep(pattern: &str) {
//!     println!("Looking for {pattern}"); // runs when primed
//!     loop {
//!         let line = recv!(); // suspends here until the next send
//!         if line.contains(pattern) {
//!             println!("{line}");
//!         }
//!     }
//!     on_close! { println!("Exiting the Co-routine"); }
//! }
//!
//! let mut g = grep("Python").prime();
//! g.send("Yeah, but no, but yeah, but no");
//! g.send("Python generators rock!"); // printed
//! g.close();
//! ```
//!
//! # Calling, priming, sending, closing
//!
//! - Calling `grep` gives an [`Unprimed`]: nothing of the body has run, and there is no `send` yet.
//! - [`prime`](Unprimed::prime) runs the body to its first `recv!()` and gives a [`Primed`].
//! - [`send`](Primed::send) gives the body one input and runs it to the next `recv!()`. It answers
//!   [`Yielded`](CoroutineState::Yielded) with the reply, or [`Complete`](CoroutineState::Complete)
//!   with the value that the body returned.
//! - [`close`](Primed::close) runs the [`on_close!`] handlers that guard the place where the body
//!   waits, then drops its locals. Dropping a [`Primed`] does the same.
//!
//! A consumer is finished once its body has returned or panicked, or it has been closed. What is
//! sent to it then is refused: `send` panics, [`try_send`](Primed::try_send) hands the input back.
//!
//! Code that takes any consumer of an input, such as one stage of a pipeline, is generic over
//! [`Consumer`]. The usual stages are in [`pipeline`].
//!
//! # Features
//!
//! - `alloc` (default): [`Consumer`] for `Box<C>`, [`Repeatable`] for the iterators of its collections, `broadcast` and
//!   `route` in [`pipeline`].
//! - `std` (default): [`Repeatable`] for the iterators of `HashMap` and `HashSet`.
//!
//! - `serde`: snapshots of a consumer that waits. With the option `derive(Serialize, Deserialize)` a [`Primed`] is `Serialize`, and
//!   `restore` of an [`Unprimed`] goes on from what was written.
//!
//! The crate is `no_std` without `std`, and without `alloc` needs no allocator either.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod as_written;
mod consumer;
mod coroutine_state;
mod delegate;
mod held;
mod inferred;
mod machine;
mod macros;
mod names;
mod primed;
mod question_mark;
mod repeatable;
mod send_error;
#[cfg(feature = "serde")]
mod snapshot;
mod start;
mod stub;
mod tail;
mod transitions;
mod unknown;
mod unprimed;
mod witness;

pub mod pipeline;

///
/// - `#[consumer(Input)]`: what `send` takes. A lifetime elided in it is fresh for every send; a named one is the
///   function's own. Without it, the input is the type of the first `let x: T = recv!()`.
/// - `#[consumer(Input, reply = T)]`: what every `recv!(reply)` answers the pending `send` with. A lifetime elided in it is that of
///   the input it answers.
/// - `#[consumer(Input, name = Decoder)]`: the machine's type is `Decoder`, with the visibility and the generics of the function, to stand
///   in a struct as `Primed<Decoder>`. What is kept over a `recv!()` then needs a type that is written or evident. On a method, the
///   `impl` block is marked `#[consumer]` too.
/// - `#[consumer(Input, mermaid = GRAPH)]`: the constant `GRAPH` has the states and what leads from one to the next as text that
///   Mermaid draws. The documentation of the function has the same as a picture.
/// - `#[consumer(Input, batch)]`: [`feed`](Primed::feed) runs the loops of the body over its whole slice. The input is `Copy`.
/// - `#[consumer(Input, derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize))]`: those of these traits that its locals
///   have, for the consumer that waits. The last two need the feature `serde`; `Deserialize` gives `Unprimed::restore`.
///
/// The function then returns an [`Unprimed`]; what it is declared to return is what the consumer completes with. What
/// cannot be compiled is an error at the code in question, which says what to write instead.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::{CoroutineState, consumer, recv};
///
/// /// Receives a big-endian length, then as many bytes.
/// #[consumer(u8)]
/// fn message() -> Vec<u8> {
///     let length = u16::from_be_bytes([recv!(), recv!()]);
///     let mut bytes = Vec::new();
///     for _ in 0..length {
///         bytes.push(recv!());
///     }
///     bytes
/// }
///
/// let mut message = message().prime();
/// message.send(0);
/// message.send(2);
/// message.send(b'o');
/// assert_eq!(message.send(b'k'), CoroutineState::Complete(b"ok".to_vec()));
/// ```
pub use coroutine_macros::consumer;

pub use crate::consumer::Consumer;
pub use crate::coroutine_state::CoroutineState;
pub use crate::machine::{Machine, Receive, Step};
pub use crate::primed::Primed;
pub use crate::repeatable::Repeatable;
pub use crate::send_error::SendError;
#[cfg(feature = "serde")]
pub use crate::snapshot::{Restore, Save};
pub use crate::unprimed::Unprimed;

/// What the expansion of `#[consumer]` names. Not covered by semantic versioning.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "alloc")]
    pub extern crate alloc;
    pub use crate::__uses as uses;
    pub use ::core;
    #[cfg(feature = "serde")]
    pub use ::serde;

    pub mod as_written {
        pub use crate::as_written::*;
    }
    pub use crate::delegate::{Delegate, begun, close, feed};
    pub use crate::held::{Held, LeftQuiet, LeftWhole, Nothing, SettledQuiet, SettledWhole};
    pub use crate::question_mark::question_mark;
    pub use crate::repeatable::{again, behind};
    #[cfg(feature = "serde")]
    pub use crate::snapshot::{Load, Locals, Slot, Snapshot, read};
    pub use crate::start::{Start, unprimed};
    pub use crate::stub::Stub;
    pub use crate::tail::gives;
    pub use crate::unknown::Unknown;
    pub use crate::witness::Witness;
    pub use crate::{__same_type as same_type, __witnesses as witnesses};
}
