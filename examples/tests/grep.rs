//! The `grep` example as a process, against outputs that are written here.

mod common;
#[cfg(unix)] // where the messages of the system are known
#[path = "grep/errors.rs"]
mod errors;
#[cfg(unix)]
#[path = "grep/like_gnu.rs"]
mod like_gnu;

use std::process::Output;

use common::{Folder, example, expect, run};

/// Runs it in a folder with these files.
fn grep_files(test: &str, files: &[(&str, &[u8])], arguments: &[&str], input: &[u8]) -> Output {
    let folder = Folder::new(test);
    for (name, content) in files {
        folder.file(name, content);
    }
    run(example("grep").current_dir(folder.path()).args(arguments), input)
}

fn grep(pattern: &str, input: &[u8]) -> Output {
    run(example("grep").arg(pattern), input)
}

#[test]
fn without_arguments_it_is_the_demonstration() {
    let printed = "Starting\nLooking for Python\nPython is cool\nExiting the Co-routine\nDone\n";
    expect(&run(&mut example("grep"), b"Python\n"), printed, "", 0);
}

#[test]
fn prints_the_lines_of_standard_input_that_match() {
    expect(&grep("b", b"abc\nxyz\nb\n"), "abc\nb\n", "", 0);
}

#[test]
fn the_status_is_1_if_nothing_matches() {
    expect(&grep("q", b"abc\nxyz\n"), "", "", 1);
    expect(&grep("q", b""), "", "", 1);
}

#[test]
fn the_pattern_is_no_regular_expression() {
    expect(&grep("a.c*", b"abc\n1 a.c* 2\n"), "1 a.c* 2\n", "", 0);
}

#[test]
fn a_last_line_without_newline_is_given_one() {
    expect(&grep("b", b"b1\na\nb2"), "b1\nb2\n", "", 0);
}

#[test]
fn carriage_returns_stay() {
    expect(&grep("b", b"b\r\na\r\nb\r"), "b\r\nb\r\n", "", 0);
    expect(&grep("\r", b"a\r\nb\n"), "a\r\n", "", 0);
}

#[test]
fn bytes_pass_unchanged() {
    expect(&grep("b", b"\0b\0\n\xff\xfe b \xc3\n\xff\n"), b"\0b\0\n\xff\xfe b \xc3\n", "", 0);
}

#[test]
fn an_empty_pattern_matches_every_line() {
    expect(&grep("", b"a\n\nb"), "a\n\nb\n", "", 0);
    expect(&grep("", b""), "", "", 1);
}

#[test]
fn a_pattern_of_several_lines_is_several_patterns() {
    expect(&grep("a\nb", b"a\nc\nxb\nab\n"), "a\nxb\nab\n", "", 0);
    expect(&grep("a\n", b"a\nc\n"), "a\nc\n", "", 0);
}

#[test]
fn a_line_may_be_longer_than_any_buffer() {
    let mut long = vec![b'x'; 1 << 20];
    long.push(b'!');
    let input = [b"a!\n", &long[..], b"\nb\n", &long[..]].concat();
    let found = [b"a!\n", &long[..], b"\n", &long[..], b"\n"].concat();
    expect(&grep("!", &input), found, "", 0);
    expect(&grep("b", &input), "b\n", "", 0);
}

#[test]
fn one_file_has_no_name_before_its_lines() {
    let files: &[(&str, &[u8])] = &[("f", b"a\nb\n")];
    expect(&grep_files("one_file", files, &["b", "f"], b"bb\n"), "b\n", "", 0);
    expect(&grep_files("one_input", files, &["b", "-"], b"bb\n"), "bb\n", "", 0);
}

#[test]
fn several_files_have() {
    let files: &[(&str, &[u8])] = &[("f", b"a1\nb"), ("g", b""), ("h", b"a2")];
    let arguments = ["a", "f", "-", "g", "h", "-"];
    let printed = "f:a1\n(standard input):a3\nh:a2\n";
    expect(&grep_files("several_files", files, &arguments, b"a3\n"), printed, "", 0);
    expect(&grep_files("several_files_without", files, &["q", "f", "g"], b"q\n"), "", "", 1);
}

#[test]
fn two_dashes_end_the_options() {
    let files: &[(&str, &[u8])] = &[("-f", b"--help\n")];
    let output = grep_files("two_dashes", files, &["--", "--help", "-f"], b"");
    expect(&output, "--help\n", "", 0);
}

#[cfg(unix)]
#[test]
fn patterns_and_names_need_not_be_utf_8() {
    use std::os::unix::ffi::OsStrExt;
    let name = std::ffi::OsStr::from_bytes(b"\xff");
    expect(&run(example("grep").arg(name), b"a\n\xfe\xff\n"), b"\xfe\xff\n", "", 0);

    let folder = Folder::new("names_need_not_be_utf_8");
    // Some file systems take only Unicode; what is said of the file then shows as little.
    if std::fs::write(folder.path().join(name), "a\n").is_ok() {
        let output =
            run(example("grep").current_dir(folder.path()).arg("a").args([name, name]), b"");
        expect(&output, b"\xff:a\n\xff:a\n", "", 0);
    }
    let output = run(example("grep").current_dir(folder.path()).arg("a").arg("\u{e9}"), b"");
    expect(&output, "", "grep: \u{e9}: No such file or directory\n", 2);
}
