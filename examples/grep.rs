//! `grep`, twice: the smallest consumer, and one that filters files.
//!
//! ```text
//! cargo run --example grep                        the smallest consumer at work
//! cargo run --example grep -- PATTERN [FILE]...   the lines that contain PATTERN
//! ```
//!
//! With a pattern it prints and returns what GNU `grep -aF PATTERN [FILE]...` does in the C locale: text
//! is bytes, and a file with NUL bytes is text too, where plain `grep -F` says `Binary file x matches`.
//! It differs in that an output that is closed early ends it with status 0, for something was found, and
//! in that it does not notice an input that is its own output. The stages are in `src/lines.rs` and
//! `src/grep.rs`.
#![forbid(unsafe_code)]

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use coroutine_runtime::{consumer, on_close, recv};
use examples::arguments::{Request, USAGE, bytes, parse};
use examples::grep::{Failure, search};
use examples::report::report;

#[consumer(&str)] // what `send` takes; a fresh lifetime for every send
fn grep(pattern: &str) {
    println!("Looking for {pattern}"); // runs when primed
    loop {
        let line = recv!(); // suspends here until the next send
        if line.contains(pattern) {
            println!("{line}");
        }
    }
    on_close! { println!("Exiting the Co-routine"); }
}

fn demonstrate() {
    println!("Starting");
    let mut g = grep("Python").prime();
    g.send("Java is cool");
    g.send("C++ is cool");
    g.send("Python is cool");
    g.close();
    println!("Done");
}

/// As `grep` returns them.
const FOUND: u8 = 0;
const NOT_FOUND: u8 = 1;
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let status = match parse(env::args_os().skip(1)) {
        Request::Demonstrate => {
            demonstrate();
            0
        }
        Request::Help => match io::stdout().write_all(USAGE.as_bytes()) {
            Ok(()) => 0,
            Err(error) => after_write_error(&error),
        },
        Request::Search { patterns, files } => search_files(&patterns, files),
        Request::Misuse(what) => {
            // There is nobody to tell if this fails.
            let _ = write!(io::stderr(), "grep: {what}\n{USAGE}");
            TROUBLE
        }
    };
    ExitCode::from(status)
}

/// Searches each of `files`, and gives the exit status.
fn search_files(patterns: &[Vec<u8>], mut files: Vec<OsString>) -> u8 {
    if files.is_empty() {
        files.push("-".into());
    }
    let named = files.len() > 1;
    // Somebody who watches sees each line at once; otherwise a write for every line would take longer
    // than the search.
    let stdout = io::stdout();
    let mut out: Box<dyn Write> = if stdout.is_terminal() {
        Box::new(stdout)
    } else {
        Box::new(BufWriter::with_capacity(64 * 1024, stdout))
    };

    let (mut found, mut failed) = (false, false);
    for file in files {
        let name = if file == "-" { b"(standard input)".to_vec() } else { bytes(&file) };
        let prefix = if named { [&name[..], b":"].concat() } else { Vec::new() };
        match search_file(&file, patterns, &prefix, &mut out) {
            Ok(count) => found |= count > 0,
            Err(Failure::Read(error)) => {
                report("grep", &name, &error);
                failed = true;
            }
            Err(Failure::Write(error)) => {
                let status = after_write_error(&error);
                return if failed { TROUBLE } else { status };
            }
        }
    }
    match (failed, found) {
        (true, _) => TROUBLE,
        (false, true) => FOUND,
        (false, false) => NOT_FOUND,
    }
}

fn search_file(
    file: &OsStr,
    patterns: &[Vec<u8>],
    prefix: &[u8],
    out: impl Write,
) -> Result<u64, Failure> {
    if file == "-" {
        search(io::stdin().lock(), patterns, prefix, out)
    } else {
        search(File::open(file).map_err(Failure::Read)?, patterns, prefix, out)
    }
}

/// The reader of a pipe may leave when it has seen enough: that is no trouble, and not to be told.
fn after_write_error(error: &io::Error) -> u8 {
    if error.kind() == ErrorKind::BrokenPipe {
        return FOUND;
    }
    report("grep", b"write error", error);
    TROUBLE
}
