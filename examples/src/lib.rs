//! What the example programs are made of, so that tests and benches can use it too.
//!
//! Start with `grep.rs` beside this folder, then read [`lines`] and [`grep`].
#![forbid(unsafe_code)]

pub mod arguments;
pub mod grep;
pub mod lines;
pub mod pipeline;
pub mod report;
pub mod resume;
