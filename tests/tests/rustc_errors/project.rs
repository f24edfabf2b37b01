//! All cases as the examples of one package in the target directory, which one command of cargo's checks.

use crate::case::Case;
use crate::said::Said;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What rustc says of all cases, in both forms.
pub(crate) fn check(cases: &[Case]) -> Said {
    run("check", cases, &[])
}

/// What clippy says, with all that it can.
pub(crate) fn clippy(cases: &[Case]) -> Said {
    run("clippy", cases, &["--", "-Wclippy::pedantic", "-Wclippy::nursery"])
}

fn run(command: &str, cases: &[Case], lints: &[&str]) -> Said {
    let tmp = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rustc_errors");
    let package = tmp.join(command);
    write(&package, cases);
    let output = Command::new(env!("CARGO"))
        .args([command, "--examples", "--keep-going", "--offline", "--message-format=json"])
        .args(lints)
        .current_dir(&package)
        .env("CARGO_TARGET_DIR", tmp.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        // What the outer cargo passes on is not meant for this build.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let said = Said::read(&String::from_utf8(output.stdout).expect("text"));
    let errors = String::from_utf8_lossy(&output.stderr);
    for target in cases.iter().flat_map(|case| [case.target("plain"), case.target("consumer")]) {
        assert!(said.mentions(&target), "{target} is not compiled\n{errors}");
    }
    said
}

fn write(package: &Path, cases: &[Case]) {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a workspace");
    fs::create_dir_all(package.join("examples")).expect("a directory");
    let runtime = workspace.join("coroutine-runtime");
    let mut manifest = format!(
        "[package]\nname = \"rustc_errors\"\nedition = \"2024\"\nautoexamples = false\n\n\
         [lib]\npath = \"lib.rs\"\n\n[dependencies]\ncoroutine-runtime = {{ path = '{}' }}\n\n[workspace]\n",
        runtime.display()
    );
    for case in cases {
        for (form, source) in [("plain", case.plain()), ("consumer", case.consumer())] {
            let target = case.target(form);
            let _ = write!(
                manifest,
                "\n[[example]]\nname = \"{target}\"\npath = \"examples/{target}.rs\"\ncrate-type = [\"lib\"]\n"
            );
            keep(&package.join("examples").join(target).with_extension("rs"), &source);
        }
    }
    keep(&package.join("lib.rs"), "");
    keep(&package.join("Cargo.toml"), &manifest);
    // No other versions than the workspace has.
    fs::copy(workspace.join("Cargo.lock"), package.join("Cargo.lock")).expect("a lock file");
}

/// Writes what has changed: the rest need not be compiled again.
fn keep(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|known| known == text) {
        return;
    }
    fs::write(path, text).expect("a writable file");
}
