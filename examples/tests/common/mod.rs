//! Runs an example as a process.

use std::env;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

/// The built example. Cargo has no variable for it, but builds it before a test of its package, beside
/// the folder that the test itself is in: `examples/NAME` beside `deps/TEST`.
pub(crate) fn example(name: &str) -> Command {
    let test = env::current_exe().unwrap();
    let profile = test.parent().and_then(Path::parent).unwrap();
    let program = profile.join("examples").join(name).with_extension(env::consts::EXE_EXTENSION);
    assert!(program.exists(), "no {}: build it by `cargo test --examples`", program.display());
    Command::new(program)
}

/// Runs it to its end, with `input` as its standard input.
pub(crate) fn run(command: &mut Command, input: &[u8]) -> Output {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    thread::scope(|scope| {
        // It need not read all of it before it ends, or any; what it did not read is seen in its output.
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output().unwrap()
    })
}

/// What it printed, what it complained of, and its status.
#[track_caller]
pub(crate) fn expect(output: &Output, stdout: impl AsRef<[u8]>, stderr: &str, status: i32) {
    assert_eq!(String::from_utf8_lossy(&output.stderr), stderr);
    same(&output.stdout, stdout.as_ref());
    assert_eq!(output.status.code(), Some(status));
}

/// Two outputs, of which a failure shows only the place where they part: they may be megabytes.
#[track_caller]
pub(crate) fn same(printed: &[u8], expected: &[u8]) {
    let until = printed.iter().zip(expected).take_while(|(left, right)| left == right).count();
    let place = |output: &[u8]| {
        let from = until.saturating_sub(40);
        output[from..output.len().min(until + 40)].escape_ascii().to_string()
    };
    assert!(
        printed == expected,
        "after {until} bytes, at {}\ninstead of {}",
        place(printed),
        place(expected),
    );
}

/// Starts it, reads a little of what it prints, closes the pipe, and waits for it to end.
pub(crate) fn run_and_close_early(command: &mut Command) -> Output {
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let mut start = [0; 10];
    stdout.read_exact(&mut start).unwrap();
    drop(stdout);
    child.wait_with_output().unwrap()
}

/// An empty folder of one test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(test: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        // Of a run before this one.
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file in it.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, content).unwrap();
        path
    }
}
