//! The driver, over machines written by hand in the shape that `#[consumer]` prints.

mod close;
mod consumer;
mod expansion;
mod layout;
mod machines;
mod many;
mod panics;
mod send;
mod support;
