//! `delegate!`: an inner consumer receives for the outer one.
#![deny(warnings)]
#![forbid(unsafe_code)]

mod calls;
mod closing;
mod inputs;
mod nested;
mod primed;
mod slices;
