//! Bodies of one seed, and a difference that must be found.
#![forbid(unsafe_code)]

use differential::outcome::Verdict;
use differential::render::{Form, Injection, function};
use differential::report::Report;
use differential::shrink::shrink;
use differential::tester::Tester;
use differential::{Workshop, generate};
use std::fmt::Write as _;

const SEED: u64 = 11;
const BODIES: u64 = 300;

#[test]
fn consumers_do_what_their_text_means() {
    let mut report = Report::default();
    let mut failures = String::new();
    let tester = Tester::new(Workshop::Fixed);
    let run = tester.run(SEED, 0..BODIES, &mut |index, body, outcome| {
        report.add(&outcome);
        if outcome.verdict.fails() {
            let (verdict, function) = (&outcome.verdict, function(&body));
            let _ = writeln!(failures, "body {index}: {verdict:?}\n{function}");
        }
    });
    run.expect("the program builds");
    assert!(!report.fails(), "{failures}\n{report}");
    assert!(report.refusals() * 50 <= report.bodies, "at most 2 % are refused\n{report}");
    assert!(report.bodies == 300 && report.waits > 2000, "they wait\n{report}");
    assert!(report.coroutines > 270, "most are coroutines, too\n{report}");
}

#[test]
fn a_difference_is_found_and_made_small() {
    let from = "side(";
    let injection = Injection { form: Form::Consumer, from, to: "skewed(" };
    let tester = Tester { injection: Some(injection), ..Tester::new(Workshop::Injected) };
    // The first body that calls it after a wait.
    let (index, body) = (0..BODIES)
        .map(|index| (index, generate::body(SEED, index, tester.options)))
        .find(|(_, body)| {
            let text = function(body);
            text.find("recv!").is_some_and(|wait| text[wait..].matches(from).count() > 2)
        })
        .expect("some body calls it");
    let found = tester.judge(&[(index, body.clone())]).expect("the program builds").remove(0);
    assert!(matches!(found.verdict, Verdict::Differs(_)), "{:?}", found.verdict);
    let (small, still) = shrink(&tester, body, found, &mut |_| ()).expect("the programs build");
    let Verdict::Differs(difference) = still.verdict else { panic!("{:?}", still.verdict) };
    assert_eq!(difference.form, "consumer");
    assert_ne!(difference.expected, difference.actual);
    let statements = small.block.children.len();
    assert!(statements <= 3, "{}", function(&small));
}
