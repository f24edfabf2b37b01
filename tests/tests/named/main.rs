//! `name = Decoder`: a machine whose type can be said.
#![deny(warnings)]
#![deny(clippy::pedantic)]
#![forbid(unsafe_code)]
#![allow(clippy::must_use_candidate, reason = "of the functions that are tested")]

mod carried_over;
mod evident;
mod generics;
mod methods;
mod plain;
mod snapshots;
mod stored;
