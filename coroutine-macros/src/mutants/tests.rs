use super::seeds::seeds;
use super::shrink::shrink;
use super::{Mutator, Random, Source, Verdict, check};
use crate::stack::as_in_rustc;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Says all that is needed to see it again.
fn report(source: &Source, failure: &str) -> ! {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let least = shrink(source.clone(), |source| check(source).is_err());
    let now = check(&least);
    std::panic::set_hook(hook);
    panic!("{failure}\nof:\n{source}\nthe least that fails:\n{least}\n{now:?}")
}

/// A number from the environment, to look at more than the sample.
fn number(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn seeds_hold() {
    as_in_rustc(check_seeds);
}

fn check_seeds() {
    let seeds = seeds(&root());
    let verdicts: Vec<Verdict> = seeds
        .iter()
        .map(|source| check(source).unwrap_or_else(|failure| report(source, &failure)))
        .collect();
    let expanded = verdicts.iter().filter(|verdict| **verdict == Verdict::Expanded).count();
    assert!(expanded > seeds.len() / 2, "{expanded} of {} seeds expand", seeds.len());
}

/// `MUTANTS=1000000 MUTANTS_SEED=7 cargo test --release -p coroutine-macros mutants` looks at others.
#[test]
fn mutants_are_refused_or_rust() {
    as_in_rustc(check_mutants);
}

fn check_mutants() {
    let mutator = Mutator::new(&root());
    let mut random = Random::new(number("MUTANTS_SEED", 1) as u64);
    let total = number("MUTANTS", 3_000);
    let mut expanded = 0;
    for _ in 0..total {
        let source = mutator.mutant(&mut random);
        let verdict = check(&source).unwrap_or_else(|failure| report(&source, &failure));
        expanded += usize::from(verdict == Verdict::Expanded);
    }
    println!("{expanded} of {total} mutants expand");
    // If all were refused early, it would say little.
    assert!(expanded > total / 5, "{expanded} of {total} mutants expand");
}
