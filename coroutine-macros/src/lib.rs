//! The `#[consumer]` attribute of `coroutine-runtime`, which re-exports it: depend on that crate.
//!
//! The attribute is a small compiler. `compile` lists its passes:
//! `parse → lower → check → liveness → storage → emit`.
#![forbid(unsafe_code)]

mod blocks;
mod catalogue;
mod check;
mod compile;
mod diagnostics;
mod diagram;
mod emit;
mod evident;
#[cfg(test)]
mod expansions;
mod for_rustc;
mod ir;
#[cfg(test)]
mod language;
mod liveness;
mod lower;
mod markers;
#[cfg(any(test, as_library))]
mod mutants;
mod names;
mod naming;
mod nesting;
mod parse;
mod resolve;
mod sites;
mod source;
#[cfg(test)]
mod spans;
#[cfg(test)]
mod stack;
mod std_macros;
mod storage;
mod types;
mod typing;

/// For the fuzzer, which cannot link a crate of macros: `fuzz` builds the compiler as a library.
#[cfg(as_library)]
pub use mutants::{Mutator, Random, Source, Verdict, check};

/// Turns a function that waits in `recv!()` into a state machine.
#[cfg(not(as_library))]
#[proc_macro_attribute]
pub fn consumer(
    attribute: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    compile::compile(attribute.into(), item.into()).into()
}
