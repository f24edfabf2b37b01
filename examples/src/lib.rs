//! Modules of the examples.
