//! Consumers in a crate of edition 2021, whose `impl Trait` captures only the lifetimes that it names.
#![no_std]
#![deny(warnings)]
#![deny(clippy::pedantic)]
#![forbid(unsafe_code)]

extern crate alloc;

mod inferred;
mod methods;
mod named;

pub use inferred::{captures, grep, longest, tails};
pub use methods::{Adding, Matching, Totals, Words};
pub use named::{counter, passing, value, Counter, Passing, Value, ValueParser};
