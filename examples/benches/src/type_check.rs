//! What rustc's checks of one machine cost: of types, of patterns, of borrows. An unnamed machine has types that rustc infers; the same
//! machine with a name says them.

mod bodies;

use crate::building::{cargo, root, scratch};
use bodies::{Kind, source};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

/// How often each is measured: the least counts.
const ROUNDS: usize = 5;

const SIZES: [(Kind, usize); 8] = [
    (Kind::Decoder, 50),
    (Kind::Decoder, 100),
    (Kind::Decoder, 200),
    (Kind::Decoder, 400),
    (Kind::Decoder, 800),
    (Kind::Dense, 40),
    (Kind::Dense, 80),
    (Kind::Dense, 200),
];

/// The heading of the section, which is the last of the page.
const HEADING: &str = "\n## Type check\n";

struct Row {
    kind: Kind,
    lines: usize,
    /// Seconds, without a name and with one.
    unnamed: f64,
    named: f64,
}

impl Row {
    fn ratio(&self) -> f64 {
        self.unnamed / self.named
    }
}

/// Measures all, and writes the section; or what `only` names, as `dense-200`, which is printed.
pub(crate) fn run(only: Option<&str>) -> io::Result<()> {
    let runtime = runtime()?;
    let wanted = |(kind, lines): &(Kind, usize)| {
        only.is_none_or(|only| format!("{}-{lines}", kind.name()).starts_with(only))
    };
    let mut rows = Vec::new();
    for (kind, lines) in SIZES.into_iter().filter(wanted) {
        let seconds = |named| seconds(&runtime, &source(kind, lines, named));
        rows.push(Row { kind, lines, unnamed: seconds(false)?, named: seconds(true)? });
    }
    let section = section(&rows);
    if only.is_some() {
        println!("{section}");
        return Ok(());
    }
    let page = root().join("docs/benchmarks.md");
    let text = fs::read_to_string(&page)?;
    let (before, _) = text.split_once(HEADING).unwrap_or((&text, ""));
    fs::write(page, format!("{before}{section}"))
}

/// The section as it stands in a page, for another page to keep.
pub(crate) fn kept(page: &str) -> String {
    page.split_once(HEADING).map(|(_, section)| format!("{HEADING}{section}")).unwrap_or_default()
}

/// Builds the runtime as users have it, with the macro unoptimised; the folder where it lies.
fn runtime() -> io::Result<PathBuf> {
    let at = scratch("type-check");
    fs::create_dir_all(at.join("src"))?;
    fs::copy(root().join("Cargo.lock"), at.join("Cargo.lock"))?;
    let package = "[package]\nname = \"checked\"\nedition = \"2024\"\n";
    let runtime = root().join("coroutine-runtime");
    let dependency =
        format!("[dependencies]\ncoroutine-runtime = {{ path = '{}' }}\n", runtime.display());
    fs::write(at.join("Cargo.toml"), format!("{package}{dependency}[workspace]\n"))?;
    fs::write(at.join("src/lib.rs"), "")?;
    let target = scratch("type-check-target");
    // What an earlier run has left would be another version.
    let _ = fs::remove_dir_all(&target);
    if !cargo("build", &at, &target).status()?.success() {
        return Err(io::Error::other("the runtime does not build"));
    }
    Ok(target.join("debug/deps"))
}

/// What the checks of one crate take.
fn seconds(deps: &Path, source: &str) -> io::Result<f64> {
    let file = scratch("type-check").join("body.rs");
    fs::write(&file, source)?;
    let built = fs::read_dir(deps)?.filter_map(|entry| Some(entry.ok()?.path())).find(|path| {
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned());
        let is_runtime = name.is_some_and(|name| name.starts_with("libcoroutine_runtime"));
        is_runtime && path.extension().is_some_and(|ending| ending == "rlib")
    });
    let Some(built) = built else { return Err(io::Error::other("the runtime is not there")) };
    let mut least = f64::INFINITY;
    for _ in 0..ROUNDS {
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let output = Command::new(rustc)
            .args(["--edition=2024", "--crate-type=lib", "--emit=metadata"])
            // As text it leaves out what takes less than 5 ms.
            .args(["-Ztime-passes", "-Ztime-passes-format=json"])
            .arg("-o")
            .arg(file.with_extension("rmeta"))
            .arg(format!("--extern=coroutine_runtime={}", built.display()))
            .arg(format!("-Ldependency={}", deps.display()))
            .arg(&file)
            // The times of the passes are told only so.
            .env("RUSTC_BOOTSTRAP", "1")
            .output()?;
        let told = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            return Err(io::Error::other(told.into_owned()));
        }
        let passes = ["type_check_crate", "MIR_borrow_checking"];
        let times = passes.map(|pass| time(&told, pass));
        let Some(sum) = times.into_iter().sum::<Option<f64>>() else {
            return Err(io::Error::other("rustc does not tell its times"));
        };
        least = least.min(sum);
    }
    Ok(least)
}

/// `0.123` of `time: {"pass":"type_check_crate","time":0.123,…}`.
fn time(told: &str, pass: &str) -> Option<f64> {
    let pass = format!("\"pass\":\"{pass}\"");
    let line = told.lines().find(|line| line.contains(&pass))?;
    let (_, time) = line.split_once("\"time\":")?;
    time.split([',', '}']).next()?.parse().ok()
}

/// The growth of the time between two sizes, as a power of the lines.
fn exponent(rows: &[Row], kind: Kind, of: fn(&Row) -> f64) -> Option<f64> {
    let mut longest = rows.iter().filter(|row| row.kind == kind).rev();
    let (long, short) = (longest.next()?, longest.next()?);
    Some((of(long) / of(short)).ln() / (long.lines as f64 / short.lines as f64).ln())
}

fn section(rows: &[Row]) -> String {
    let mut section = format!(
        "{HEADING}\nWritten by `cargo run --release -p benches -- --type-check`: what rustc takes to check the types, the patterns and the\nborrows of one machine, in seconds, the least of {ROUNDS} runs. The bodies are\n[these](../examples/benches/src/type_check/bodies.rs): messages one after the other, and lines that all wait.\n\n"
    );
    section.push_str("| | lines | unnamed | named | |\n|---|---|---|---|---|\n");
    for row in rows {
        let (kind, lines) = (row.kind.name(), row.lines);
        let (unnamed, named, ratio) = (row.unnamed, row.named, row.ratio());
        let _ = writeln!(section, "| {kind} | {lines} | {unnamed:.3} | {named:.3} | {ratio:.2} |");
    }
    section.push_str("\n| | wanted | is | |\n|---|---|---|---|\n");
    for (claim, limit, value) in bars(rows) {
        let Some(value) = value else { continue };
        let met = if value <= limit { "met" } else { "**missed**" };
        let _ = writeln!(section, "| {claim} | ≤ {limit:.2} | {value:.2} | {met} |");
    }
    section
}

fn bars(rows: &[Row]) -> [(&'static str, f64, Option<f64>); 6] {
    let of = |kind| rows.iter().filter(move |row| row.kind == kind);
    let greatest = |kind| of(kind).map(Row::ratio).max_by(f64::total_cmp);
    let time = |kind, lines| of(kind).find(|row| row.lines == lines).map(|row| row.unnamed);
    [
        ("decoders, unnamed / named, each", 2.0, greatest(Kind::Decoder)),
        ("dense, unnamed / named, each", 2.5, greatest(Kind::Dense)),
        (
            "decoders, exponent from 400 to 800 lines",
            2.0,
            exponent(rows, Kind::Decoder, |row| row.unnamed),
        ),
        (
            "dense, exponent from 80 to 200 lines",
            2.0,
            exponent(rows, Kind::Dense, |row| row.unnamed),
        ),
        ("dense, 200 lines, seconds", 1.2, time(Kind::Dense, 200)),
        ("decoder, 800 lines, seconds", 0.8, time(Kind::Decoder, 800)),
    ]
}
