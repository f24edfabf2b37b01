//! {lifetimes, types, const generics, `impl Trait`, `where`} × {input owned, borrowed} × {function, method, in a function}
//! × {inferred, named}: 60 cells, whose tests are called after them, as in `types::borrowed::method::named_type`.
#![deny(warnings)]
#![deny(clippy::pedantic)]
#![forbid(unsafe_code)]

#[macro_use]
mod cells;

mod carried_over;
mod const_generics;
mod impl_trait;
mod lifetimes;
mod types;
mod where_clauses;
