//! The time to compile 200 consumers, and the same 200 as coroutines of diapause.
//!
//! Both are a crate of their own, written here. What they depend on is built before.

use crate::building::{cargo, root, scratch};
use crate::timing::median;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;
use std::{fs, io};

const CONSUMERS: usize = 200;
const ROUNDS: usize = 3;

/// Seconds for each of the two, to check and to build for release.
pub(crate) struct Seconds {
    pub(crate) check: [f64; 2],
    pub(crate) release: [f64; 2],
}

/// `§` stands for the number of the consumer; what stands before the first `---` comes once.
const OURS: &str = include_str!("compiling/ours.txt");
const DIAPAUSE: &str = include_str!("compiling/diapause.txt");

pub(crate) fn measure() -> io::Result<Seconds> {
    let runtime = format!("{{ path = '{}' }}", root().join("coroutine-runtime").display());
    let ours = write("ours", &format!("coroutine-runtime = {runtime}"))?;
    let diapause = write("diapause", "diapause = \"0.2\"")?;
    let both = [(ours.as_path(), source(OURS)), (diapause.as_path(), source(DIAPAUSE))];
    Ok(Seconds {
        check: compare("check", &[], &both)?,
        release: compare("build", &["--release"], &both)?,
    })
}

/// Both in turns, and the median of each.
fn compare(command: &str, more: &[&str], both: &[(&Path, String); 2]) -> io::Result<[f64; 2]> {
    let mut seconds = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for ((at, source), seconds) in both.iter().zip(&mut seconds) {
            // First nothing, which builds what is depended on.
            for source in ["", source] {
                fs::write(at.join("src/lib.rs"), source)?;
                let start = Instant::now();
                let target = scratch("compiling");
                if !cargo(command, at, &target).args(more).status()?.success() {
                    return Err(io::Error::other(format!("{} does not compile", at.display())));
                }
                if !source.is_empty() {
                    seconds.push(start.elapsed().as_secs_f64());
                }
            }
        }
    }
    Ok(seconds.map(median))
}

/// A crate with a dependency. Its lock file is the one here, so that nothing is looked up.
fn write(name: &str, dependency: &str) -> io::Result<std::path::PathBuf> {
    let at = scratch(name);
    fs::create_dir_all(at.join("src"))?;
    fs::copy(root().join("Cargo.lock"), at.join("Cargo.lock"))?;
    let package = format!("[package]\nname = \"many-{name}\"\nedition = \"2024\"\n");
    let rest = format!("[dependencies]\n{dependency}\n[workspace]\n");
    fs::write(at.join("Cargo.toml"), package + &rest)?;
    Ok(at)
}

/// Bodies of each shape in turn, under names of their own.
fn source(shapes: &str) -> String {
    let (head, shapes) = shapes.split_once("\n---\n").expect("what comes first");
    let shapes: Vec<&str> = shapes.split("\n---\n").collect();
    let mut source = format!("{head}\n");
    for index in 0..CONSUMERS {
        let shape = shapes[index % shapes.len()].replace('§', &index.to_string());
        let _ = writeln!(source, "{shape}");
    }
    source
}
