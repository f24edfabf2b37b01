//! Sums up a file that takes long, and can be killed meanwhile.
//!
//! ```text
//! cargo run --example resume -- FILE SNAPSHOT              sums up FILE, and keeps SNAPSHOT up to date
//! cargo run --example resume -- FILE SNAPSHOT --every N    writes it every N lines rather than every 10,000
//! cargo run --example resume -- FILE SNAPSHOT --abort N    ends at once after N lines, as if it was killed
//! ```
//!
//! Started again in the same way, it goes on from SNAPSHOT, and prints what it would have printed. The work is in
//! `src/resume.rs`.
#![forbid(unsafe_code)]

use std::env;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Write};
use std::process::{self, ExitCode};

use examples::arguments::bytes;
use examples::report::report;
use examples::resume::{Failure, Section, run, sums};

const USAGE: &str = "Usage: resume FILE SNAPSHOT [--every N] [--abort N]\n";

struct Arguments {
    file: OsString,
    snapshot: OsString,
    every: u64,
    abort: Option<u64>,
}

fn parse(arguments: &[OsString]) -> Option<Arguments> {
    let [file, snapshot, options @ ..] = arguments else { return None };
    let mut parsed =
        Arguments { file: file.clone(), snapshot: snapshot.clone(), every: 10_000, abort: None };
    for option in options.chunks(2) {
        let [name, number] = option else { return None };
        let number = number.to_str()?.parse().ok().filter(|number| *number > 0)?;
        match name.to_str()? {
            "--every" => parsed.every = number,
            "--abort" => parsed.abort = Some(number),
            _ => return None,
        }
    }
    Some(parsed)
}

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let Some(Arguments { file, snapshot, every, abort }) = parse(&arguments) else {
        // There is nobody to tell if this fails.
        let _ = io::stderr().write_all(USAGE.as_bytes());
        return ExitCode::from(2);
    };
    let sent = |lines| {
        if Some(lines) == abort {
            process::abort();
        }
    };
    let input = File::open(&file).map_err(Failure::Input);
    let done = input.and_then(|input| run(sums(), input, snapshot.as_ref(), every, sent));
    let sections = match done {
        Ok(sections) => sections.unwrap_or_default(),
        Err(failure) => {
            match failure {
                Failure::Input(error) => report("resume", &bytes(&file), &error),
                Failure::Snapshot(error) => report("resume", &bytes(&snapshot), &error),
                Failure::Unusable(error) => report("resume", &bytes(&snapshot), &error.into()),
            }
            return ExitCode::from(2);
        }
    };
    let line = |section: &Section| {
        format!("{}: {} in {} numbers\n", section.name, section.sum, section.count)
    };
    let text: Vec<String> = sections.iter().map(line).collect();
    match io::stdout().write_all(text.concat().as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report("resume", b"standard output", &error);
            ExitCode::from(2)
        }
    }
}
