//! rustc's errors and warnings stay rustc's: what it says of a mistake in a consumer's body is what it says of the same
//! plain function, about the same tokens.
//!
//! Each file in `rustc` has cases, of which each is compiled twice: as a consumer, and as a function that calls `recv!()`.
//! Level, code, message, every span and its label have to be the same, and there is nothing that only one form is told.
//! Where the two cannot be alike, the lines that differ stand above the case, behind the reason. (Line 2 is the first of a
//! case.) `said` has the three things that are apart everywhere.
#![deny(warnings)]
#![forbid(unsafe_code)]

mod case;
mod project;
mod said;

use case::Case;
use std::collections::BTreeSet;
use std::fmt::Write as _;

#[test]
fn are_those_of_the_plain_function() {
    let mut cases = case::all();
    cases.retain(|case| !case.is_fine());
    let said = project::check(&cases);
    let mut wrong = String::new();
    for case in &cases {
        let [plain, consumer] = ["plain", "consumer"].map(|form| said.of(&case.target(form)));
        let found = differences(&plain.lines, &consumer.lines);
        if plain.lines.is_empty() {
            let _ = writeln!(wrong, "\n{} has no mistake", case.name);
        } else if found != case.differs {
            let _ =
                writeln!(wrong, "\n{}: of the plain function (-), of the consumer (+)", case.name);
            for line in &found {
                let _ = writeln!(wrong, "// {line}");
            }
            let _ = write!(wrong, "{}{}", plain.rendered, consumer.rendered);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Clippy may know the code of a plain function that is taken apart where it waits, but nothing of the expansion's own.
#[test]
fn clippy_says_no_more() {
    let mut cases = case::all();
    let is_explained = |case: &Case| !case.differs.is_empty();
    cases.retain(|case| case.is_fine() || (case.name.starts_with("lints_") && !is_explained(case)));
    let said = project::clippy(&cases);
    let mut wrong = String::new();
    for case in &cases {
        let [plain, consumer] = ["plain", "consumer"].map(|form| said.of(&case.target(form)));
        let found = differences(&plain.lines, &consumer.lines);
        if found.iter().any(|line| line.starts_with("+ warning[clippy::")) {
            let _ = writeln!(wrong, "\n{}\n{}", case.name, consumer.rendered);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A sanity check of the cases themselves: there are many, and each is one of its own.
#[test]
fn are_many() {
    let cases = case::all();
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    let bodies: BTreeSet<&str> = cases.iter().map(|case| case.source.as_str()).collect();
    assert_eq!(names.len(), cases.len());
    assert_eq!(bodies.len(), cases.len());
    assert!(cases.len() >= 50);
    let explained = cases.iter().filter(|case| !case.differs.is_empty());
    assert!(explained.clone().all(|case| case.reason.is_some()));
}

/// The lines that only one has, or has more often.
fn differences(plain: &[String], consumer: &[String]) -> Vec<String> {
    let only = |lines: &[String], others: &[String], sign: &str| {
        let mut others = others.to_vec();
        let mut only = Vec::new();
        for line in lines {
            match others.iter().position(|other| other == line) {
                Some(same) => drop(others.swap_remove(same)),
                None => only.push(format!("{sign} {line}")),
            }
        }
        only
    };
    let mut differences = only(plain, consumer, "-");
    differences.extend(only(consumer, plain, "+"));
    differences
}
