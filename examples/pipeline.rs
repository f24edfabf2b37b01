//! A pipeline: a source pushes lines through stages into a sink, and closing brings a summary back.
//!
//! ```text
//! cargo run --example pipeline            a built-in text
//! cargo run --example pipeline -- FILE    a file of UTF-8
//! ```
//!
//! Prints the lines that are neither blank, nor a comment, nor the same as the line before. Each stage
//! owns the next one and is generic over it, so the whole chain is one value, and its calls are direct.
//! The stages are in `src/pipeline.rs`.
#![forbid(unsafe_code)]

use std::env;
use std::fs;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use coroutine_runtime::CoroutineState;
use examples::arguments::bytes;
use examples::pipeline::{Summary, filter, summarize, uniq};
use examples::report::report;

const SAMPLE: &str = "\
# shopping

spam
eggs
eggs

# more of it
spam
";

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let text = match (arguments.next(), arguments.next()) {
        (None, _) => SAMPLE.to_owned(),
        (Some(file), None) => match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) => {
                report("pipeline", &bytes(&file), &error);
                return ExitCode::from(2);
            }
        },
        (Some(_), Some(_)) => {
            // There is nobody to tell if this fails.
            let _ = io::stderr().write_all(b"Usage: pipeline [FILE]\n");
            return ExitCode::from(2);
        }
    };
    let mut out = BufWriter::new(io::stdout());
    let done = run(&text, &mut out).and_then(|Summary { lines, longest }| {
        writeln!(out, "{lines} lines, the longest of {longest} characters")?;
        out.flush()
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // The reader of the pipe has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            report("pipeline", b"write error", &error);
            ExitCode::from(2)
        }
    }
}

/// The source: pushes the lines of `text` until they end, or the sink cannot take more.
fn run(text: &str, out: impl Write) -> io::Result<Summary> {
    let sink = summarize(out).prime();
    let distinct = uniq(sink).prime();
    let not_comment = filter(distinct, |line| !line.starts_with('#')).prime();
    let mut not_blank = filter(not_comment, |line| !line.trim().is_empty()).prime();

    match not_blank.send_all(text.lines()) {
        CoroutineState::Complete(output) => output,
        CoroutineState::Yielded(()) => not_blank.close().unwrap_or(Ok(Summary::default())),
    }
}
