//! The `pipeline` example as a process.

mod common;

use common::{Folder, example, expect, run, run_and_close_early};

#[test]
fn the_sample() {
    let printed = "spam\neggs\nspam\n3 lines, the longest of 4 characters\n";
    expect(&run(&mut example("pipeline"), b""), printed, "", 0);
}

#[test]
fn a_file() {
    let folder = Folder::new("pipeline_file");
    // What is dropped does not come between two equal lines; the last line needs no newline.
    let file = folder.file("f", "# no\n  \n\u{fc}ber\n#\n\n\u{fc}ber\r\n x\nx");
    let printed = "\u{fc}ber\n x\nx\n3 lines, the longest of 4 characters\n";
    expect(&run(example("pipeline").arg(file), b""), printed, "", 0);
}

#[test]
fn an_empty_file() {
    let file = Folder::new("pipeline_empty").file("f", "");
    let printed = "0 lines, the longest of 0 characters\n";
    expect(&run(example("pipeline").arg(file), b""), printed, "", 0);
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read() {
    let folder = Folder::new("pipeline_unreadable");
    folder.file("latin-1", b"\xfcber\n");
    let pipeline = |file| run(example("pipeline").current_dir(folder.path()).arg(file), b"");
    expect(&pipeline("missing"), "", "pipeline: missing: No such file or directory\n", 2);
    expect(&pipeline("."), "", "pipeline: .: Is a directory\n", 2);
    let not_utf_8 = "pipeline: latin-1: stream did not contain valid UTF-8\n";
    expect(&pipeline("latin-1"), "", not_utf_8, 2);
}

#[test]
fn two_files() {
    let stderr = "Usage: pipeline [FILE]\n";
    expect(&run(example("pipeline").args(["f", "g"]), b""), "", stderr, 2);
}

#[test]
fn an_output_that_is_closed_early() {
    let folder = Folder::new("pipeline_closed_early");
    let file = folder.file("much", "one line\nand another\n".repeat(100_000));
    expect(&run_and_close_early(example("pipeline").arg(file)), "", "", 0);
}
