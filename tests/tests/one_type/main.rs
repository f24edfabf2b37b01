//! A local, or a value of several ways, has one type, as in the plain function: that which all of the body says together, also
//! where a transition knows only a part of it.
#![deny(warnings)]
#![forbid(unsafe_code)]

mod closes;
mod coerced_plainly;
mod coercions;
mod dead;
mod everyday;
mod generic;
mod handlers;
mod in_methods;
mod inherent;
mod kept;
mod lent;
mod lent_counts;
mod lent_replies;
mod looped;
mod named;
mod never;
mod numbers;
mod numbers_written;
mod of_any_kind;
mod open;
mod open_in_part;
mod open_straight;
mod patterns;
mod places;
mod slices;
mod straight;
mod support;
mod ways;
