//! The `resume` example as a process that is killed, and started again.

#[allow(dead_code, reason = "some of it is for the other examples")]
mod common;

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use common::{Folder, example, expect, run};

/// Sections of different lengths, and the output that they give.
fn large(lines: u64) -> (String, String) {
    let (mut input, mut output) = (String::from("no section yet\n7\n"), String::new());
    let (mut count, mut sum, mut section) = (0, 0, 0);
    let mut seed = 1u64;
    writeln!(input, "[s0]").unwrap();
    for _ in 0..lines {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let number = seed >> 44;
        if number.is_multiple_of(9_973) {
            writeln!(output, "s{section}: {sum} in {count} numbers").unwrap();
            (count, sum, section) = (0, 0, section + 1);
            writeln!(input, "[s{section}]").unwrap();
        } else {
            (count, sum) = (count + 1, sum + number);
            writeln!(input, "{number}").unwrap();
        }
    }
    writeln!(output, "s{section}: {sum} in {count} numbers").unwrap();
    (input, output)
}

fn resume(folder: &Path, options: &[&str]) -> Command {
    let mut command = example("resume");
    command.current_dir(folder).args(["input", "snapshot.json"]).args(options);
    command
}

/// How far the snapshot is, if there is one.
fn position(folder: &Path) -> u64 {
    let Ok(text) = fs::read_to_string(folder.join("snapshot.json")) else { return 0 };
    let snapshot: serde_json::Value = serde_json::from_str(&text).expect("a whole snapshot");
    snapshot["position"].as_u64().unwrap()
}

#[test]
fn without_interruption() {
    let folder = Folder::new("resume_without_interruption");
    let (input, output) = large(1_000);
    folder.file("input", input);
    expect(&run(&mut resume(folder.path(), &["--every", "10"]), b""), output, "", 0);
    assert!(!folder.path().join("snapshot.json").exists());
}

#[test]
fn killed_again_and_again() {
    let folder = Folder::new("resume_killed");
    let (input, output) = large(1_000_000);
    folder.file("input", input);
    let mut last = 0;
    for _ in 0..5 {
        let mut child = resume(folder.path(), &["--every", "2000"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        while position(folder.path()) == last {
            assert_eq!(child.try_wait().unwrap(), None, "it ended before it could be killed");
            thread::sleep(Duration::from_millis(1));
        }
        child.kill().unwrap();
        let killed = child.wait_with_output().unwrap();
        assert!(!killed.status.success() && killed.stdout.is_empty());
        last = position(folder.path());
    }
    expect(&run(&mut resume(folder.path(), &[]), b""), output, "", 0);
}

#[test]
fn ended_after_every_number_of_lines() {
    let folder = Folder::new("resume_aborted");
    let (input, output) = (
        "x\n[a]\n1\n2\n[b]\n[c]\n3\n",
        "a: 3 in 2 numbers\nb: 0 in 0 numbers\nc: 3 in 1 numbers\n",
    );
    folder.file("input", input);
    for first in 1..=7 {
        for second in 1..=7 {
            for lines in [first, second] {
                let options = ["--every", "2", "--abort", &lines.to_string()];
                let aborted = run(&mut resume(folder.path(), &options), b"");
                if aborted.status.success() {
                    // There were no more lines: it is done, and will begin anew.
                    expect(&aborted, output, "", 0);
                }
            }
            expect(&run(&mut resume(folder.path(), &["--every", "3"]), b""), output, "", 0);
        }
    }
}

#[test]
fn the_snapshot_is_for_people() {
    let folder = Folder::new("resume_for_people");
    folder.file("input", "[north]\n1\n2\n[south]\n3\n4\n");
    run(&mut resume(folder.path(), &["--every", "5", "--abort", "5"]), b"");
    let snapshot = fs::read_to_string(folder.path().join("snapshot.json")).unwrap();
    assert_eq!(
        snapshot,
        r#"{"position":22,"consumer":{"Line":{"sections":[{"name":"north","count":2,"sum":3}],"name":"south","count":1,"sum":3}}}"#
    );
}

/// It says what is wrong, and leaves the snapshot where it is.
#[track_caller]
fn refuses(test: &str, snapshot: &str, why: &str) {
    let folder = Folder::new(test);
    folder.file("input", "[a]\n1\n");
    let file = folder.file("snapshot.json", snapshot);
    let stderr = format!("resume: snapshot.json: {why}\n");
    expect(&run(&mut resume(folder.path(), &[]), b""), "", &stderr, 2);
    assert_eq!(fs::read_to_string(file).unwrap(), snapshot);
}

#[test]
fn a_damaged_snapshot() {
    refuses(
        "resume_cut_short",
        r#"{"position":4,"consumer":{"Line":{"sect"#,
        "EOF while parsing a string at line 1 column 39",
    );
    refuses(
        "resume_other",
        r#"{"position":4,"consumer":{"Header":{}}}"#,
        "`sums` has no place `Header` to wait at, only `Preface` and `Line`",
    );
    refuses(
        "resume_older",
        r#"{"position":4,"consumer":{"Line":{"sections":[],"name":"a","total":1}}}"#,
        "`sums` at `Line`: there is no local `total`, only `sections`, `name`, `count` and `sum`",
    );
    refuses(
        "resume_mistyped",
        r#"{"position":4,"consumer":{"Line":{"sections":[],"name":"a","count":"1","sum":1}}}"#,
        "`sums` at `Line`: the local `count`: invalid type: string \"1\", expected u64",
    );
    refuses(
        "resume_no_position",
        r#"{"consumer":{"Preface":{}}}"#,
        "missing field `position` at line 1 column 27",
    );
}
