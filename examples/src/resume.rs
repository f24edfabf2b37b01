//! A long job that may be killed: now and then it writes down how far it is, and begins there when it is started again.
//!
//! What it has of its work is a consumer, [`sums`], which says nothing of files. Its snapshot is written beside the position in
//! the input that it is of, so that the two cannot part.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, ErrorKind, Seek, SeekFrom, Write};
use std::path::Path;

use coroutine_runtime::{
    Machine, Primed, Receive, Restore, Save, Unprimed, consumer, on_close, recv,
};
use serde::{Deserialize, Serialize};

/// The numbers of one section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The `north` of `[north]`.
    pub name: String,
    /// How many.
    pub count: u64,
    /// What they come to.
    pub sum: u64,
}

/// Receives lines: headings such as `[north]`, and behind each the numbers of its section. Gives the sums when it is closed.
///
/// Each wait has a binding of its own, and each local a name, so that a snapshot survives changes of the code around them.
#[consumer(&str, derive(Serialize, Deserialize))]
pub fn sums() -> Vec<Section> {
    let mut sections = Vec::new();
    on_close! { sections }
    // What stands before the first heading belongs to no section.
    let mut name = loop {
        let preface = recv!();
        if let Some(name) = heading(preface) {
            break name.to_owned();
        }
    };
    loop {
        let mut count = 0;
        let mut sum = 0;
        let next = loop {
            let line = recv!();
            if let Some(next) = heading(line) {
                break next.to_owned();
            }
            if let Ok(number) = line.trim().parse::<u64>() {
                count += 1;
                sum += number;
            }
            on_close! { sections.push(Section { name, count, sum }) }
        };
        sections.push(Section { name, count, sum });
        name = next;
    }
}

fn heading(line: &str) -> Option<&str> {
    line.trim().strip_prefix('[')?.strip_suffix(']')
}

/// What is written: the consumer, and where the line begins that it waits for.
#[derive(Serialize, Deserialize)]
struct Saved<C> {
    position: u64,
    consumer: C,
}

/// What kept a [`run`] from its end.
#[derive(Debug)]
pub enum Failure {
    /// The input cannot be read.
    Input(io::Error),
    /// The snapshot cannot be read or written.
    Snapshot(io::Error),
    /// The snapshot is damaged, or of another consumer. It is left as it is.
    Unusable(serde_json::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Input(error) | Failure::Snapshot(error) => error.fmt(f),
            Failure::Unusable(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}

/// Sends the lines of `input` to `consumer`, and gives what closing it does. Begins where the file `snapshot` says, if there
/// is one, and writes it anew every `every` lines; `sent` is told each time how many lines there have been. Removes it in
/// the end.
///
/// # Errors
///
/// [`Failure`] says what could not be read or written. Started again, it goes on from the last snapshot.
pub fn run<M>(
    consumer: Unprimed<M>,
    input: File,
    snapshot: &Path,
    every: u64,
    mut sent: impl FnMut(u64),
) -> Result<Option<M::Output>, Failure>
where
    M: for<'a> Receive<&'a str, Reply = ()> + Save + for<'de> Restore<'de>,
{
    let Saved { mut position, mut consumer } = match load(snapshot)? {
        Some(Saved { position, consumer: saved }) => {
            Saved { position, consumer: consumer.restore(saved).map_err(Failure::Unusable)? }
        }
        None => Saved { position: 0, consumer: consumer.prime::<&str>() },
    };
    let mut input = BufReader::new(input);
    input.seek(SeekFrom::Start(position)).map_err(Failure::Input)?;
    let mut line = String::new();
    for number in 1.. {
        line.clear();
        let length = input.read_line(&mut line).map_err(Failure::Input)?;
        if length == 0 || consumer.try_send(line.as_str()).is_err() {
            break;
        }
        position += length as u64;
        if number % every == 0 {
            save(&consumer, position, snapshot).map_err(Failure::Snapshot)?;
        }
        sent(number);
    }
    let output = consumer.close();
    match fs::remove_file(snapshot) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::Snapshot(error)),
        _ => Ok(output),
    }
}

/// The consumer is read by the function that makes one (`restore`): until then what it is read from is a JSON value.
fn load(snapshot: &Path) -> Result<Option<Saved<serde_json::Value>>, Failure> {
    match fs::read(snapshot) {
        Ok(text) => serde_json::from_slice(&text).map(Some).map_err(Failure::Unusable),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::Snapshot(error)),
    }
}

/// Writes a file of its own, and gives it the name once it is whole: whoever is killed leaves this snapshot or the one before.
fn save<M: Machine + Save>(consumer: &Primed<M>, position: u64, snapshot: &Path) -> io::Result<()> {
    let unfinished = snapshot.with_extension("unfinished");
    let mut file = File::create(&unfinished)?;
    file.write_all(&serde_json::to_vec(&Saved { position, consumer })?)?;
    file.sync_all()?;
    fs::rename(&unfinished, snapshot)
}
