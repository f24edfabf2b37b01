//! The `grep` example as a process, where something is wrong.

use std::fs::{self, File, OpenOptions, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Stdio;

use examples::arguments::USAGE;

use crate::common::{Folder, example, expect, run, run_and_close_early};

#[test]
fn help() {
    expect(&run(example("grep").arg("--help"), b""), USAGE, "", 0);
    expect(&run(example("grep").args(["a", "--help"]), b""), USAGE, "", 0);
}

#[test]
fn an_unknown_option() {
    let stderr = format!("grep: unrecognized option '-v'\n{USAGE}");
    expect(&run(example("grep").args(["-v", "a"]), b"a\n"), "", &stderr, 2);
    expect(&run(example("grep").args(["a", "-v"]), b"a\n"), "", &stderr, 2);
}

#[test]
fn no_pattern() {
    let stderr = format!("grep: no pattern\n{USAGE}");
    expect(&run(example("grep").arg("--"), b""), "", &stderr, 2);
}

#[test]
fn a_missing_file_does_not_keep_the_others_from_being_searched() {
    let folder = Folder::new("missing_file");
    folder.file("f", "a\n");
    let mut grep = example("grep");
    grep.current_dir(folder.path()).args(["a", "missing", "f"]);
    expect(&run(&mut grep, b""), "f:a\n", "grep: missing: No such file or directory\n", 2);
}

#[test]
fn a_folder() {
    let folder = Folder::new("folder");
    folder.file("f", "a\n");
    fs::create_dir(folder.path().join("d")).unwrap();
    let mut grep = example("grep");
    grep.current_dir(folder.path()).args(["a", "f", "d", "f"]);
    expect(&run(&mut grep, b""), "f:a\nf:a\n", "grep: d: Is a directory\n", 2);

    let mut grep = example("grep");
    let output = grep.arg("a").stdin(File::open(folder.path()).unwrap()).output().unwrap();
    expect(&output, "", "grep: (standard input): Is a directory\n", 2);
}

#[test]
fn an_unreadable_file() {
    let folder = Folder::new("unreadable_file");
    folder.file("f", "a\n");
    let secret = folder.file("secret", "a\n");
    fs::set_permissions(&secret, Permissions::from_mode(0o000)).unwrap();
    if File::open(&secret).is_ok() {
        eprintln!("skipped: this user may read every file, as root may");
        return;
    }
    let mut grep = example("grep");
    grep.current_dir(folder.path()).args(["a", "secret", "f"]);
    expect(&run(&mut grep, b""), "f:a\n", "grep: secret: Permission denied\n", 2);
}

/// More than a pipe holds.
fn much(folder: &Folder) {
    folder.file("much", "a line that matches\n".repeat(200_000));
}

#[test]
fn an_output_that_is_closed_early() {
    let folder = Folder::new("closed_early");
    much(&folder);
    let mut grep = example("grep");
    grep.current_dir(folder.path()).args(["line", "much"]);
    expect(&run_and_close_early(&mut grep), "", "", 0);

    let mut grep = example("grep");
    grep.current_dir(folder.path()).args(["line", "missing", "much", "much"]);
    let stderr = "grep: missing: No such file or directory\n";
    expect(&run_and_close_early(&mut grep), "", stderr, 2);
}

#[test]
fn an_output_that_is_full() {
    let full = Path::new("/dev/full");
    if !full.exists() {
        eprintln!("skipped: there is no {}", full.display());
        return;
    }
    let folder = Folder::new("full");
    much(&folder);
    folder.file("little", "a line\n");
    for file in ["much", "little"] {
        let stdout = OpenOptions::new().write(true).open(full).unwrap();
        let mut grep = example("grep");
        grep.current_dir(folder.path()).args(["line", file]);
        let output = grep.stdin(Stdio::null()).stdout(stdout).output().unwrap();
        expect(&output, "", "grep: write error: No space left on device\n", 2);
    }
}
