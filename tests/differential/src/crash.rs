//! The bodies at which rustc itself ends, as when the macro overflows its stack: no error says which they are.

use crate::diagnostics::{Diagnostic, Said};
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

/// Compiles a program of one body, without making code of it; what is wrong if rustc does not come to an end.
pub(crate) fn crash(directory: &Path, said: &Said, main: &str) -> io::Result<Option<Diagnostic>> {
    // As far from the bodies as the programs that are built.
    let probe = directory.join("src/probe");
    fs::create_dir_all(&probe)?;
    let (source, made) = (probe.join("main.rs"), probe.join("main.rmeta"));
    fs::write(&source, main)?;
    let mut rustc = Command::new("rustc");
    rustc.args(["--edition=2024", "--crate-type=bin", "--crate-name=probe", "--emit=metadata"]);
    rustc.arg("-o").arg(made).arg(source).env("RUSTC_BOOTSTRAP", "1");
    for (name, library) in &said.libraries {
        rustc.arg("--extern").arg(format!("{name}={}", library.display()));
        rustc.arg("-L").arg(format!("dependency={}", library.with_file_name("deps").display()));
        rustc.arg("-L").arg(library.with_file_name(""));
    }
    rustc.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let output = rustc.output()?;
    if matches!(output.status.code(), Some(0 | 1)) {
        return Ok(None);
    }
    let stderr = String::from_utf8_lossy(&output.stderr);
    let first = stderr.lines().find(|line| line.contains("error")).unwrap_or("no word of it");
    let message = format!("rustc does not come to an end: {first}");
    Ok(Some(Diagnostic { place: None, message, by_macro: false, rendered: String::new() }))
}
