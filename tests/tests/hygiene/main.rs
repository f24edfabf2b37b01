//! Names of the user's that are like those of the expansion, or hide what it uses, change nothing.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![allow(
    non_camel_case_types,
    non_upper_case_globals,
    unreachable_pub,
    unused,
    clippy::all,
    clippy::pedantic,
    reason = "the bodies show names as their users might choose them"
)]

mod constants;
mod function_names;
mod functions;
mod generics;
mod items;
mod locals;
mod macros;
mod methods;
mod no_prelude;
mod prelude;
