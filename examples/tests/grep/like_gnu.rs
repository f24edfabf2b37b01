//! The `grep` example next to the `grep` of the machine, if it is GNU's.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::common::{Folder, example, run, same};

/// In the C locale a character is a byte; `-a` takes binary files as text.
fn gnu_grep() -> Option<Command> {
    let version = Command::new("grep").arg("--version").output();
    if !version.is_ok_and(|output| output.stdout.starts_with(b"grep (GNU grep)")) {
        eprintln!("skipped: there is no GNU grep here");
        return None;
    }
    let mut grep = Command::new("grep");
    grep.env("LC_ALL", "C").arg("-aF");
    Some(grep)
}

/// Runs both with the same arguments, and gives what both print.
#[track_caller]
fn compare(folder: &Path, arguments: &[&str], input: &[u8]) -> Option<Output> {
    let theirs = run(gnu_grep()?.current_dir(folder).arg("--").args(arguments), input);
    let ours = run(example("grep").current_dir(folder).arg("--").args(arguments), input);
    assert_eq!(ours.status.code(), theirs.status.code(), "status for {arguments:?}");
    same(&ours.stdout, &theirs.stdout);
    assert_eq!(String::from_utf8_lossy(&ours.stderr), String::from_utf8_lossy(&theirs.stderr));
    Some(ours)
}

/// Pseudo-random numbers, the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

#[test]
fn on_generated_bytes() {
    let patterns = ["", "a", "b", "aab", "abab", "\r", "\n", "a\n", "bb\naaa", "\u{e9}", "zz"];
    let folder = Folder::new("generated_bytes");
    let mut random = Random(1);
    for _ in 0..200 {
        // Few different bytes, so that patterns and their beginnings are found.
        let length = random.below(60);
        let mut text = || (0..length).map(|_| random.pick(b"aaabbb\n\n\r\0\xc3\xa9\xff")).collect();
        let (input, file): (Vec<u8>, Vec<u8>) = (text(), text());
        folder.file("f", file);
        let pattern = random.pick(&patterns);
        let files = random.pick::<&[&str]>(&[&[], &["f"], &["f", "-"], &["f", "missing", "f"]]);
        compare(folder.path(), &[&[pattern], files].concat(), &input);
    }
}

#[test]
fn on_a_log_of_some_megabytes() {
    let words = ["error", "warning", "timeout", "GET", "POST", "/index.html", "\u{fc}ber", "200"];
    let mut random = Random(2);
    let mut log = String::new();
    while log.len() < 3_000_000 {
        for _ in 0..random.below(30) {
            log.push_str(random.pick(&words));
            log.push(' ');
        }
        log.push_str(if random.below(10) == 0 { "\r\n" } else { "\n" });
    }
    let folder = Folder::new("log");
    folder.file("log", &log);
    for pattern in ["error warning", "r", "absent", "", "\u{fc}ber\nPOST G", "\r"] {
        compare(folder.path(), &[pattern, "log"], b"");
        compare(folder.path(), &[pattern], log.as_bytes());
    }
}

/// The files below `folder` that are written by hand.
fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "toml")
        {
            into.push(path);
        }
    }
}

#[test]
fn on_the_files_of_this_package() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(package, &mut files);
    let files: Vec<&str> =
        files.iter().map(|file| file.strip_prefix(package).unwrap().to_str().unwrap()).collect();
    for pattern in ["#[consumer(", "recv!", "}", "\n", "fn \nlet ", "not-in-any-\u{66}ile", "src"] {
        let arguments = [&[pattern], &files[..]].concat();
        if let Some(output) = compare(package, &arguments, b"") {
            assert!(output.stdout.is_empty() == pattern.starts_with("not-in"), "{pattern}");
        }
    }
}
