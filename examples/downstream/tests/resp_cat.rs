//! The program as a process.
#![deny(warnings, clippy::pedantic)]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const LOG: &str = "*2\r\n$6\r\nSELECT\r\n$1\r\n0\r\n*3\r\n$3\r\nSET\r\n$1\r\nx\r\n$3\r\n\"1\u{7}\r\n\
    *3\r\n$3\r\nset\r\n$1\r\ny\r\n$1\r\n2\r\n";

const SHOWN: &str =
    "[\"SELECT\", \"0\"]\n[\"SET\", \"x\", \"\\\"1\\x07\"]\n[\"set\", \"y\", \"2\"]\n";

/// What it prints, what it complains of, and its status.
fn resp_cat(arguments: &[&str], input: &str) -> (String, String, Option<i32>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_resp-cat"))
        .current_dir(folder())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It need not read it before it ends.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

/// One of its own: all packages of a workspace share the folder that it is in.
fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("resp_cat");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn file(name: &str, content: &str) {
    std::fs::write(folder().join(name), content).unwrap();
}

#[test]
fn shows_each_value() {
    assert_eq!(resp_cat(&[], LOG), (SHOWN.to_owned(), String::new(), Some(0)));
    assert_eq!(resp_cat(&["-"], ""), (String::new(), String::new(), Some(0)));
}

#[test]
fn counts_commands() {
    let counts = "       4 SET\n       2 SELECT\n       1 (no command)\n";
    file("log", LOG);
    let shown = resp_cat(&["--count", "log", "-"], &format!("+OK\r\n{LOG}"));
    assert_eq!(shown, (counts.to_owned(), String::new(), Some(0)));
}

#[test]
fn says_what_is_wrong() {
    let damaged = format!("{LOG}:12x\r\n");
    let complaint = "resp-cat: -: byte 82: expected a digit, found `x`\n";
    assert_eq!(resp_cat(&[], &damaged), (SHOWN.to_owned(), complaint.to_owned(), Some(1)));
    let cut = &LOG[..LOG.len() - 3];
    file("cut", cut);
    let (shown, complaint, status) = resp_cat(&["cut", "-"], LOG);
    assert_eq!(shown, format!("{}{SHOWN}", &SHOWN[..SHOWN.len() - 18]));
    assert_eq!(complaint, "resp-cat: cut: byte 76: the input ends within a value\n");
    assert_eq!(status, Some(1));
}

#[test]
fn other_trouble() {
    let (shown, complaint, status) = resp_cat(&["missing"], "");
    assert!(complaint.starts_with("resp-cat: missing: "), "{complaint}");
    assert_eq!((shown.as_str(), status), ("", Some(2)));
    let usage = "resp-cat: -x: no such option\nUsage: resp-cat [--count] [FILE]...\n";
    assert_eq!(resp_cat(&["-x"], ""), (String::new(), usage.to_owned(), Some(2)));
}
