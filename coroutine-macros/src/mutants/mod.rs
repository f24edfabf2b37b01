//! Functions that nobody would write: those of the tests, changed at random. Whatever becomes of them, the macro does not panic.
//!
//! Run as a test, over a sample that is always the same, and by the fuzzer in `fuzz`, which looks for more.
#![allow(unreachable_pub, reason = "public in the library that the fuzzer links")]

mod property;
mod random;
mod seeds;
#[cfg(test)]
mod shrink;
#[rustfmt::skip]
mod snippets;
mod source;
mod syntax;
#[cfg(test)]
mod tests;
mod tokens;

pub use property::{Verdict, check};
pub use random::Random;
pub use source::Source;

use seeds::seeds;
use snippets::ATTRIBUTES;
use std::path::Path;
use syntax::Parts;

/// The seeds, and what they are made of.
pub struct Mutator {
    seeds: Vec<(Source, Parts)>,
}

impl Mutator {
    /// With the seeds under the root of the repository.
    #[must_use]
    pub fn new(root: &Path) -> Mutator {
        let with_parts = |source: Source| {
            let parts = Parts::of(&source.item);
            (source, parts)
        };
        Mutator { seeds: seeds(root).into_iter().map(with_parts).collect() }
    }

    /// A seed with some edits.
    #[must_use]
    pub fn mutant(&self, random: &mut Random) -> Source {
        let mut source = random.pick(&self.seeds).map(|(seed, _)| seed.clone()).unwrap_or_default();
        for _ in 0..=random.below(4) {
            source = self.edited(source, random);
        }
        source
    }

    /// With one edit.
    #[must_use]
    pub fn edited(&self, mut source: Source, random: &mut Random) -> Source {
        let Some((donor, parts)) = random.pick(&self.seeds) else { return source };
        match random.below(8) {
            0 => source.attribute = tokens::snippet(random, ATTRIBUTES),
            1 if random.once_in(3) => {
                source.attribute = tokens::edit(source.attribute, &donor.attribute, random);
            }
            1 | 2 => source.item = tokens::edit(source.item, &donor.item, random),
            _ => match syntax::edit(&source.item, parts, random) {
                Some(item) => source.item = item,
                None => source.item = tokens::edit(source.item, &donor.item, random),
            },
        }
        source
    }
}
