//! A consumer that waits, as data: `{"Line":{"pattern":"x"}}`.
//!
//! A snapshot is a map with one entry, from the name of the place to its locals, which are a map from names to values. Never
//! an enum or a struct of serde's: a binary format writes those by position, and an edited source would go on at a wrong place.
//!
//! `save` writes one · `load` reads one · `locals` the part of it that is generic over the format · `error` what is said of bad ones

mod error;
mod load;
mod locals;
mod save;

pub use load::{Load, Restore, read};
pub use locals::{Locals, Slot};
pub use save::{Save, Snapshot};

/// Stands between the name of a place and the fingerprint of the source that it is a place of: `Recv3 of 8c1f20d3`.
const OF: &str = " of ";

/// The name of a place, without the fingerprint.
fn bare(place: &str) -> &str {
    place.split(OF).next().unwrap_or(place)
}
