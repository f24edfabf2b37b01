//! Runs a built program, and reads what it prints.

use crate::outcome::Difference;
use std::io::{self, BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// What a body did.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ran {
    pub(crate) schedules: usize,
    pub(crate) waits: usize,
    pub(crate) fed: usize,
    pub(crate) differences: Vec<Difference>,
    /// The schedule and form that did not end.
    pub(crate) stuck: Option<String>,
}

/// Runs a program of so many bodies; what each did, in their order. None takes longer than `patience` for a schedule.
pub(crate) fn execute(program: &Path, bodies: usize, patience: Duration) -> io::Result<Vec<Ran>> {
    let mut all = Vec::new();
    while all.len() < bodies {
        let before = all.len();
        run(program, &mut all, patience)?;
        if all.len() == before {
            return Err(io::Error::other(format!("{} runs no body", program.display())));
        }
    }
    Ok(all)
}

/// Runs it from the body behind those that have run to the end, or to one that is stuck.
fn run(program: &Path, all: &mut Vec<Ran>, patience: Duration) -> io::Result<()> {
    let mut child = Command::new(program)
        .arg(all.len().to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let stdout = child.stdout.take().ok_or_else(|| io::Error::other("no output"))?;
    let (sender, lines) = channel();
    let reader = std::thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    let mut current = None::<Ran>;
    let mut running = String::new();
    let ended = loop {
        match lines.recv_timeout(patience) {
            Ok(line) => read(&line, &mut current, &mut running, all),
            Err(RecvTimeoutError::Disconnected) => break true,
            Err(RecvTimeoutError::Timeout) => break false,
        }
    };
    let _ = child.kill();
    let _ = child.wait();
    let _ = reader.join();
    if let Some(mut ran) = current {
        let how = if ended { "ended the program" } else { "does not end" };
        ran.stuck = Some(format!("{how}: {running}"));
        all.push(ran);
    }
    Ok(())
}

fn read(line: &str, current: &mut Option<Ran>, running: &mut String, all: &mut Vec<Ran>) {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    if word == "begin" {
        *current = Some(Ran::default());
        return;
    }
    if word == "end" {
        all.extend(current.take());
        return;
    }
    let Some(ran) = current else { return };
    match word {
        "running" => rest.clone_into(running),
        "waits" => {
            ran.schedules += 1;
            ran.waits += rest.parse::<usize>().unwrap_or(0);
        }
        "fed" => ran.fed += rest.parse::<usize>().unwrap_or(0),
        "differs" => {
            let (number, form) = rest.split_once(' ').unwrap_or((rest, ""));
            let schedule = number.parse().unwrap_or(0);
            let form = form.to_owned();
            ran.differences.push(Difference { schedule, form, ..Difference::default() });
        }
        "expected" | "actual" => {
            let Some(difference) = ran.differences.last_mut() else { return };
            let trace = match word {
                "expected" => &mut difference.expected,
                _ => &mut difference.actual,
            };
            trace.push(rest.to_owned());
        }
        _ => {}
    }
}
