//! Expands what libFuzzer makes of the seeds: text, changed as bytes, and by the edits that the tests of the macro make.
#![no_main]

use coroutine_macros::{Mutator, Random, Source, check};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use std::path::Path;

thread_local! {
    static MUTATOR: Mutator = Mutator::new(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."));
}

fn read(data: &[u8]) -> Option<Source> {
    Source::read(std::str::from_utf8(data).ok()?)
}

/// What does not fit, or is not text, stays for libFuzzer to change.
fn edited(data: &[u8], random: &mut Random, longest: usize) -> Option<String> {
    let source = read(data)?;
    let mutant = MUTATOR.with(|mutator| mutator.edited(source, random)).to_string();
    (mutant.len() <= longest).then_some(mutant)
}

fuzz_mutator!(|data: &mut [u8], size: usize, longest: usize, seed: u32| {
    let mut random = Random::new(seed.into());
    if random.once_in(8) {
        return fuzzer_mutate(data, size, longest);
    }
    let Some(mutant) = edited(&data[..size], &mut random, longest.min(data.len())) else {
        return fuzzer_mutate(data, size, longest);
    };
    data[..mutant.len()].copy_from_slice(mutant.as_bytes());
    mutant.len()
});

fuzz_target!(|data: &[u8]| {
    if let Some(Err(failure)) = read(data).map(|source| check(&source)) {
        panic!("{failure}");
    }
});
