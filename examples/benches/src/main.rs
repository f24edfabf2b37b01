//! What a `#[consumer]` costs: `cargo run --release -p benches` writes `docs/benchmarks.md`.
#![forbid(unsafe_code)]
#![allow(clippy::cast_precision_loss, reason = "a few digits are shown")]
#![cfg_attr(coroutines, feature(coroutines, coroutine_trait, stmt_expr_attributes))]

#[macro_use]
mod rivals;
#[macro_use]
mod ways;
mod bars;
mod building;
mod compiling;
mod expansion;
mod instructions;
mod page;
mod plot;
mod random;
mod report;
mod timing;
mod type_check;
mod workload;
mod workloads;

use report::{Report, Row};
use std::process::{Command, ExitCode};
use std::{fs, io};
use workload::Way;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["--run", workload, way, inputs] => instructions::run(workload, way, inputs),
        ["--instructions", only @ ..] => instructions::print(only),
        ["--type-check"] => return told(type_check::run(None)),
        ["--type-check", only] => return told(type_check::run(Some(only))),
        [] | ["--quick"] => return all(&arguments),
        _ => {
            eprintln!(
                "usage: benches [--quick | --instructions [WORKLOAD]... | --type-check [BODY]]"
            );
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn told(done: io::Result<()>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// All of it, by this program built with rustc's own coroutines if it can be, so that they stand in
/// the same run.
fn all(arguments: &[&str]) -> ExitCode {
    let mut no_nightly = None;
    if !cfg!(coroutines) {
        match building::nightly() {
            Ok(program) => {
                let status = Command::new(program).args(arguments).status();
                let done = status.is_ok_and(|status| status.success());
                return if done { ExitCode::SUCCESS } else { ExitCode::FAILURE };
            }
            Err(why) => no_nightly = Some(why),
        }
    }
    let quick = !arguments.is_empty();
    let report = Report::measure(quick, no_nightly);
    if quick {
        println!("{}", page::page(&report));
        return ExitCode::SUCCESS;
    }
    told(write(&report))
}

fn write(report: &Report) -> io::Result<()> {
    let docs = building::root().join("docs");
    fs::create_dir_all(docs.join("benchmarks"))?;
    // That section has a command of its own.
    let kept = fs::read_to_string(docs.join("benchmarks.md")).unwrap_or_default();
    let page = page::page(report) + &type_check::kept(&kept);
    fs::write(docs.join("benchmarks.md"), page)?;
    let ours = groups(report, &|row| {
        vec![
            row.instructions_ratio(Way::Send, Way::Hand),
            row.instructions_ratio(Way::Feed, Way::Pull),
        ]
    });
    let plot = plot::bars("Instructions", &["send/hand", "feed/pull"], &ours);
    fs::write(docs.join("benchmarks/instructions.svg"), plot)?;
    let ways = Way::ALL.into_iter().filter(|way| !matches!(way, Way::Hand | Way::Library));
    let ways: Vec<Way> = ways.collect();
    let names: Vec<&str> = ways.iter().map(|way| way.name()).collect();
    let times =
        groups(report, &|row| ways.iter().map(|way| row.times.ratio(*way, Way::Hand)).collect());
    let plot = plot::bars("Time, beside a state machine by hand", &names, &times);
    fs::write(docs.join("benchmarks/rivals.svg"), plot)
}

fn groups<'a>(
    report: &'a Report,
    values: &dyn Fn(&Row) -> Vec<Option<f64>>,
) -> Vec<plot::Group<'a>> {
    report.rows.iter().map(|row| (row.name, values(row))).collect()
}
