//! Random consumers, each compared with what its text means without the macro.
//!
//! [`generate`] makes a body of a seed, [`render`] writes it in its forms, `program` builds a crate of many, and
//! [`tester`] tells which of them did not do the same. [`shrink`] makes what is found small.
#![forbid(unsafe_code)]

pub mod body;
mod crash;
mod diagnostics;
pub mod drive;
mod execute;
pub mod generate;
pub mod harness;
pub mod outcome;
pub mod prelude;
mod program;
pub mod render;
pub mod report;
mod schedule;
pub mod shrink;
pub mod tester;
pub mod tree;

pub use program::Workshop;
