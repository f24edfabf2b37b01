//! Shows what is in an append-only file of Redis, or in anything else that is RESP.
//!
//! ```text
//! resp-cat [FILE]...            each value on a line of its own
//! resp-cat --count [FILE]...    how often each command occurs
//! ```
//!
//! A FILE of `-`, or none, is standard input. It returns 0, or 1 if an input is not RESP, whose values up to there are shown,
//! or 2 if there is other trouble.
#![forbid(unsafe_code)]
#![deny(warnings, clippy::pedantic)]

mod commands;

use std::fmt;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::process::ExitCode;

use commands::Commands;
use resp_push::{Decoder, Error, Value};

/// What kept it from the end of an input.
enum Failure {
    NotResp(Error),
    Read(io::Error),
    Write(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotResp(error) => error.fmt(f),
            Self::Read(error) | Self::Write(error) => error.fmt(f),
        }
    }
}

fn main() -> ExitCode {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    let counts = files.first().is_some_and(|first| first == "--count");
    if counts {
        files.remove(0);
    }
    if let Some(option) = files.iter().find(|file| file.len() > 1 && file.starts_with('-')) {
        eprintln!("resp-cat: {option}: no such option\nUsage: resp-cat [--count] [FILE]...");
        return ExitCode::from(2);
    }
    if files.is_empty() {
        files.push("-".to_owned());
    }

    let mut out = BufWriter::new(io::stdout().lock());
    let mut commands = counts.then(Commands::default);
    let mut status = 0;
    for file in &files {
        let shown = read(file, |value| match &mut commands {
            Some(commands) => {
                commands.count(value);
                Ok(())
            }
            None => writeln!(out, "{value}"),
        });
        if let Err(failure) = shown {
            status = status.max(report(file, &failure));
        }
    }
    let shown = commands.map_or(Ok(()), |commands| write!(out, "{commands}"));
    if let Err(error) = shown.and_then(|()| out.flush()) {
        status = status.max(report("standard output", &Failure::Write(error)));
    }
    ExitCode::from(status)
}

/// Gives `each` the values of a file.
fn read(file: &str, mut each: impl FnMut(&Value) -> io::Result<()>) -> Result<(), Failure> {
    let mut input: Box<dyn Read> = match file {
        "-" => Box::new(io::stdin().lock()),
        file => Box::new(File::open(file).map_err(Failure::Read)?),
    };
    let mut decoder = Decoder::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let mut bytes = match input.read(&mut buffer) {
            Ok(0) => return decoder.finish().map_err(Failure::NotResp),
            Ok(length) => &buffer[..length],
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(Failure::Read(error)),
        };
        for value in decoder.values(&mut bytes) {
            each(&value.map_err(Failure::NotResp)?).map_err(Failure::Write)?;
        }
    }
}

/// Says what went wrong, and gives the status to return.
fn report(what: &str, failure: &Failure) -> u8 {
    match failure {
        // The reader of a pipe may leave when it has seen enough.
        Failure::Write(error) if error.kind() == ErrorKind::BrokenPipe => return 0,
        failure => eprintln!("resp-cat: {what}: {failure}"),
    }
    if matches!(failure, Failure::NotResp(_)) { 1 } else { 2 }
}
