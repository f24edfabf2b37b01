//! `mermaid = NAME`: the graph of a consumer is the one that it goes through, and its text is what is expected.
#![deny(warnings, missing_docs, clippy::pedantic)]
#![forbid(unsafe_code)]

pub mod places;
mod text;
mod walk;
