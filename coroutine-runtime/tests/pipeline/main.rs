//! Stages and sinks, mixed with consumers that wait.
#![deny(warnings)]
#![forbid(unsafe_code)]

mod consumers;
mod end;
mod sinks;
mod stages;
#[path = "../driver/support.rs"]
mod support;
