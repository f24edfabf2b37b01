//! Stages and sinks to build pipelines of.
//!
//! In a pipeline each stage sends on to the next: a source pushes the inputs in at one end, and closing it there runs
//! down to the sinks, whose outputs come back. The target of a stage is any [`Consumer`](crate::Consumer) without
//! replies: another stage, or a function marked [`#[consumer]`](macro@crate::consumer).
//!
//! | stage or sink | |
//! |---|---|
//! | [`filter`] | passes on the inputs for which a predicate is true |
//! | [`map`] | passes on what a function makes of each input |
#![cfg_attr(feature = "alloc", doc = "| [`broadcast`] | sends each input to all of its targets |")]
#![cfg_attr(feature = "alloc", doc = "| [`route`] | sends each input to the consumer of its key |")]
//! | [`for_each`] | is a sink: calls a closure with each input |
//! | [`fold`] | is a sink: accumulates, and gives that when it is closed |
//! | [`try_for_each`], [`try_fold`] | the same, and complete with the first error, as the whole pipeline does then |
//!
//! `broadcast` and `route` need the feature `alloc`. What can be done to the inputs before they are sent is left to
//! [`Iterator`]: `take`, `enumerate`, `zip`.
//!
//! # Examples
//!
//! How many lines of a log have a word in them, comments aside:
//!
//! ```
//! # #[cfg(feature = "alloc")] {
//! use coroutine_runtime::Consumer;
//! use coroutine_runtime::pipeline::{broadcast, filter, fold, map};
//!
//! let counts = broadcast(["spam", "eggs"].map(|word| {
//!     filter(move |line: &&str| line.contains(word), fold(0, |count: usize, _: &str| count + 1))
//! }));
//! let mut lines = map(str::trim, filter(|line: &&str| !line.starts_with('#'), counts));
//!
//! let log = String::from("spam\n # spam\n spam, eggs and spam\n");
//! for line in log.lines() {
//!     lines.send(line);
//! }
//! assert_eq!(lines.close(), Some(vec![Some(2), Some(1)]));
//! # }
//! ```
//!
//! A stage of your own is a function that waits:
//!
//! ```
//! use coroutine_runtime::pipeline::{filter, for_each};
//! use coroutine_runtime::{Consumer, CoroutineState, consumer, on_close, recv};
//!
//! /// Passes on the lines that differ from the one before.
//! #[consumer(&str)]
//! fn distinct<C, T>(mut target: C) -> Option<T>
//! where
//!     C: for<'a> Consumer<&'a str, Reply = (), Output = T>,
//! {
//!     let mut before = String::new();
//!     loop {
//!         let line = recv!();
//!         if line != before {
//!             line.clone_into(&mut before);
//!             if let CoroutineState::Complete(output) = target.send(line) {
//!                 return Some(output);
//!             }
//!         }
//!     }
//!     on_close! { target.close() }
//! }
//!
//! let mut seen = Vec::new();
//! let see = for_each(|line: &str| seen.push(line.to_owned()));
//! let mut lines = filter(|line: &&str| !line.is_empty(), distinct(see).prime());
//! for line in ["spam", "", "spam", "eggs"] {
//!     lines.send(line);
//! }
//! drop(lines); // closes `distinct`, which closes `see`
//! assert_eq!(seen, ["spam", "eggs"]);
//! ```
//!
//! # Closures
//!
//! The types of a closure's parameters have to be written out: a stage is not told what it will be sent. `|line: &&str|` takes a
//! line that lives only as long as its own send.
//!
//! # The end
//!
//! - When the target of a stage completes, so does the stage, with the same output. `close` runs down to the sinks in the same way.
//! - A stage that is dropped drops its targets, which closes them. A target that is passed in as `&mut` is closed by `close` alone.
//! - A stage that has completed or been closed has finished, as has one in which something panicked. What it held is dropped then; `send`
//!   panics, and `try_send` hands the input back.
//! - A target that returned while it was primed takes no input: the stage refuses inputs as if it had finished, and `close` gives that
//!   target's output.

#[cfg(feature = "alloc")]
mod broadcast;
mod filter;
mod fold;
mod for_each;
mod map;
#[cfg(feature = "alloc")]
mod route;
#[cfg(feature = "alloc")]
mod routed;
mod stage;
mod try_fold;
mod try_for_each;
mod try_result;

#[cfg(feature = "alloc")]
pub use self::broadcast::{Broadcast, broadcast};
pub use self::filter::{Filter, filter};
pub use self::fold::{Fold, fold};
pub use self::for_each::{ForEach, for_each};
pub use self::map::{Map, map};
#[cfg(feature = "alloc")]
pub use self::route::{Route, route};
pub use self::try_fold::{TryFold, try_fold};
pub use self::try_for_each::{TryForEach, try_for_each};
pub use self::try_result::Try;
