//! What a debugger and a backtrace show of a consumer: its name, and the lines of its body.
#![deny(warnings)]
#![forbid(unsafe_code)]

mod bodies;
mod caught;
#[cfg(target_os = "linux")]
mod lines;
mod panics;
mod refused;
