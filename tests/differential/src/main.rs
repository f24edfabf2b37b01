//! `cargo run -p differential -- --bodies 5000 --seed 7`
#![forbid(unsafe_code)]

mod arguments;

use arguments::Arguments;
use differential::body::Body;
use differential::outcome::{Outcome, Verdict};
use differential::render::function;
use differential::report::Report;
use differential::shrink::shrink;
use differential::tester::Tester;
use differential::{Workshop, generate};
use std::process::ExitCode;
use std::time::Instant;

/// As many findings are shrunk; the rest are counted.
const SHRUNK: usize = 5;

fn main() -> ExitCode {
    match Arguments::from_env() {
        Ok(Some(arguments)) => match run(&arguments) {
            Ok(false) => ExitCode::SUCCESS,
            Ok(true) => ExitCode::FAILURE,
            Err(error) => {
                eprintln!("error: {error}");
                ExitCode::FAILURE
            }
        },
        Ok(None) => {
            println!("{}", arguments::HELP);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}\n\n{}", arguments::HELP);
            ExitCode::from(2)
        }
    }
}

/// Runs the bodies; whether anything is wrong with one.
fn run(arguments: &Arguments) -> std::io::Result<bool> {
    let start = Instant::now();
    let (seed, options) = (arguments.seed, arguments.options);
    let mut tester = Tester::new(Workshop::Run);
    (tester.options, tester.coroutine) = (options, arguments.coroutine);
    let indices = match arguments.only {
        Some(index) => index..index + 1,
        None => 0..arguments.bodies,
    };
    if let Some(index) = arguments.only {
        println!("{}", function(&generate::body(seed, index, options)));
    }
    let mut report = Report::default();
    let mut findings = Vec::new();
    tester.run(seed, indices, &mut |index, body, outcome| {
        report.add(&outcome);
        if outcome.verdict.fails()
            || arguments.refusals && matches!(outcome.verdict, Verdict::Refused(_))
        {
            println!("body {index}: {}", headline(&outcome.verdict));
            findings.push((index, body, outcome));
        }
        if report.bodies % 400 == 0 {
            eprintln!("{} bodies, {} s", report.bodies, start.elapsed().as_secs());
        }
    })?;
    for (index, body, outcome) in findings.into_iter().take(SHRUNK) {
        let (mut body, mut outcome) = (body, outcome);
        if arguments.shrink {
            let tester = Tester { workshop: Workshop::Shrink, ..tester };
            let progress = &mut |length| eprintln!("shrunk to {length}");
            (body, outcome) = shrink(&tester, body, outcome, progress)?;
        } else if arguments.only.is_none() {
            continue;
        }
        show(seed, index, &body, &outcome);
    }
    println!("seed              {seed}");
    println!("{report}");
    println!("seconds           {}", start.elapsed().as_secs());
    Ok(report.fails())
}

fn headline(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Same => "the same".to_owned(),
        Verdict::Differs(difference) => {
            format!("the {} differs by schedule {}", difference.form, difference.schedule)
        }
        Verdict::Stuck(how) => how.clone(),
        Verdict::Refused(message) => format!("refused: {message}"),
        Verdict::DoesNotCompile(message) => format!("does not compile: {}", first(message)),
        Verdict::PlainFault(message) => format!("is no Rust: {}", first(message)),
    }
}

fn first(message: &str) -> &str {
    message.lines().next().unwrap_or_default()
}

fn show(seed: u64, index: u64, body: &Body, outcome: &Outcome) {
    println!("--- seed {seed}, body {index}: {}", headline(&outcome.verdict));
    println!("{}", function(body));
    for schedule in &body.schedules {
        println!("takes {:?}, by drop: {}", schedule.parts, schedule.by_drop);
    }
    match &outcome.verdict {
        Verdict::Differs(difference) => {
            println!("plain:\n    {}", difference.expected.join("\n    "));
            println!("{}:\n    {}", difference.form, difference.actual.join("\n    "));
        }
        Verdict::DoesNotCompile(message) | Verdict::PlainFault(message) => println!("{message}"),
        _ => {}
    }
}
