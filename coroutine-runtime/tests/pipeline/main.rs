//! Stages and sinks, mixed with consumers that wait.
#![deny(warnings)]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
mod boxes;
#[cfg(feature = "alloc")]
mod broadcast;
mod consumers;
mod end;
#[cfg(feature = "alloc")]
mod route;
mod sinks;
mod stages;
#[path = "../driver/support.rs"]
mod support;
