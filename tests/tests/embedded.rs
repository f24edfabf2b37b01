//! `tests/embedded`, a crate for a microcontroller in a workspace of its own, is built and run as its owner would.
#![deny(warnings)]
#![deny(clippy::pedantic)]
#![forbid(unsafe_code)]

use std::path::Path;
use std::process::Command;

/// The output of a command of cargo's, which has to succeed.
fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--locked"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("embedded"))
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("embedded"))
        // What the outer cargo passes on is not meant for this build.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {arguments:?}\n{errors}");
    String::from_utf8(output.stdout).expect("text")
}

/// Frames with bytes that are escaped, too long, of a wrong checksum, cut off: sent byte by byte, and fed by fives.
/// Its other member is a whole program without an allocator.
#[test]
fn decodes() {
    cargo(&["build", "--workspace"]);
    let expected = "\
crc8
  frame [68, 69, 21]
  frame [7e, 7d]
  Recv2 of 56 bytes
  Counts { good: 2, skipped: 2, last: Some(Checksum(27)) }
sum
  frame [68, 69, 21]
  frame [7e, 7d]
  Recv2 of 56 bytes
  Counts { good: 2, skipped: 2, last: Some(Checksum(5)) }
";
    assert_eq!(cargo(&["run", "--package", "embedded"]), expected);
}

#[test]
fn needs_neither_std_nor_alloc() {
    let tree = cargo(&["tree", "--workspace", "--edges", "features,no-proc-macro"]);
    assert!(tree.contains("coroutine-runtime v"), "{tree}");
    for feature in ["std", "alloc", "serde", "default"] {
        assert!(!tree.contains(&format!("coroutine-runtime feature \"{feature}\"")), "{tree}");
    }
    let sources = ["src/lib.rs", "src/port.rs", "src/checksum.rs", "firmware/src/lib.rs"];
    for source in sources {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("embedded").join(source);
        let text = std::fs::read_to_string(path).expect("a source");
        assert!(!text.contains("extern crate"), "{source}");
    }
}

/// It is built offline, from what the workspace around it has fetched.
#[test]
fn has_the_versions_of_the_workspace_around_it() {
    let packages = |path: &str| {
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let text = std::fs::read_to_string(lock).expect("a lock file");
        let packages = text.split("[[package]]").skip(1);
        let named = packages.map(|package| package.lines().skip(1).take(2).collect::<String>());
        named.collect::<Vec<String>>()
    };
    let (own, around) = (packages("embedded/Cargo.lock"), packages("../Cargo.lock"));
    let others: Vec<_> = own.iter().filter(|package| !around.contains(package)).collect();
    assert_eq!(
        others,
        [r#"name = "embedded"version = "0.1.0""#, r#"name = "firmware"version = "0.1.0""#]
    );
    assert!(own.len() > others.len() + 2);
}
