//! What a consumer does, compared with a plain function on a thread of its own.
//!
//! [`both!`] makes a consumer and its oracle of one and the same text; [`run!`] sends both the same inputs and
//! asserts that their traces are equal: replies, outputs, effects, and every drop in its place.
#![forbid(unsafe_code)]

pub mod blocking;
mod both;
mod consumed;
mod every;
mod log;
mod run;

pub use crate::consumed::Consumed;
pub use crate::log::{Guard, Log, fail, guard, log};
pub use crate::run::{Run, Schedule};

/// The README's examples run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// So does that of the page on snapshots.
#[cfg(doctest)]
#[doc = include_str!("../../docs/snapshots.md")]
struct Snapshots;
