//! Runs of cargo: this program with the coroutines of rustc, the expansions, the time to compile.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of this package.
pub(crate) fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    package().ancestors().nth(2).expect("the workspace is around").to_path_buf()
}

/// A folder for what is built here, beside this program.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let program = std::env::current_exe().expect("a program has a path");
    program.ancestors().nth(2).expect("a target directory").join("benches").join(name)
}

/// cargo, which builds in a folder of its own.
pub(crate) fn cargo(command: &str, at: &Path, target: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args([command, "--offline", "--quiet"]).current_dir(at).env("CARGO_TARGET_DIR", target);
    // What cargo tells the program that it runs is not for the one that this program runs.
    cargo.env_remove("RUSTC_BOOTSTRAP").env_remove("CARGO_MANIFEST_DIR");
    cargo
}

/// This program built with rustc's own coroutines, or why it cannot be.
pub(crate) fn nightly() -> Result<PathBuf, String> {
    let target = scratch("nightly");
    let output = cargo("build", package(), &target)
        .args(["--release", "--features", "nightly"])
        .env("RUSTC_BOOTSTRAP", "1")
        .output()
        .map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(target.join("release").join(env!("CARGO_PKG_NAME")));
    }
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(errors.lines().next().unwrap_or("cargo fails").to_string())
}
