//! The report as a page.

use crate::bars::{bars, growth};
use crate::report::{Report, Row};
use crate::workload::Way;
use std::env;
use std::fmt::Write as _;
use std::process::Command;

const HEAD: &str = "# Benchmarks

Written by `cargo run --release -p benches`, which takes some minutes. `-- --quick` prints the tables after
fewer rounds and without the time to compile; `-- --instructions [WORKLOAD]` prints the instructions of our two
ways and of what they are held against.

Each [workload](../examples/benches/src/workloads) is one task in several ways that give the same result:
our consumer by `send` for each input, and by `feed` in slices of 4096; by *hand*, as a careful engineer writes the state machine;
by *pull*, the same loops with all the input at hand, which is the limit; and as the coroutines of others, which keep
a reference to their totals where ours and hand keep the totals. *Library* is `utf8parse` and `cobs`.
";

pub(crate) fn page(report: &Report) -> String {
    let mut page = HEAD.to_string();
    let version = Command::new("rustc").arg("--version").output();
    if let Ok(version) = version {
        let version = String::from_utf8_lossy(&version.stdout).trim().to_string();
        let _ = writeln!(
            page,
            "\nMeasured with {version}, {} on {}.",
            env::consts::ARCH,
            env::consts::OS
        );
    }
    if let Some(why) = &report.no_nightly {
        let _ = writeln!(page, "\nThe coroutines of rustc are missing: {why}.");
    }
    page.push_str("\n## What it is held to\n\n| | wanted | is | |\n|---|---|---|---|\n");
    for bar in bars(report) {
        let value = bar.value.as_ref().map_or("–".to_string(), |(value, place)| {
            if place.is_empty() { format!("{value:.2}") } else { format!("{value:.2} ({place})") }
        });
        let met = match bar.met() {
            Some(true) => "met",
            Some(false) => "**missed**",
            None => "not measured",
        };
        let _ = writeln!(page, "| {} | {} | {value} | {met} |", bar.claim, bar.wanted());
    }
    tables(&mut page, report);
    page
}

fn tables(page: &mut String, report: &Report) {
    let ways = Way::ALL;
    let uncounted = report.rows.iter().all(|row| row.instructions(Way::Hand).is_none());
    let note = if uncounted { " valgrind is missing, so there are none." } else { "" };
    let about = format!(
        "![Instructions beside hand and pull](benchmarks/instructions.svg)\n\nCounted by callgrind; what comes before the first input is left out.{note}"
    );
    table(page, "Instructions for each input", &about, &report.rows, &ways, |row, way| {
        Some(format!("{:.1}", row.instructions(way)?))
    });
    let about = "![Times beside a state machine by hand](benchmarks/rivals.svg)\n\nThe median over rounds in which the ways take turns, in nanoseconds. In brackets the ratio to hand.";
    table(page, "Time for each input", about, &report.rows, &ways, |row, way| {
        let (time, ratio) = (row.times.median(way)?, row.times.ratio(way, Way::Hand)?);
        Some(format!("{time:.2} ({ratio:.2})"))
    });
    let sized = [Way::Send, Way::Hand, Way::Diapause, Way::Nightly];
    table(
        page,
        "Bytes of state",
        "What is kept from input to input.",
        &report.rows,
        &sized,
        |row, way| Some(row.state(way)?.to_string()),
    );
    page.push_str(
        "\n## Lines\n\nFormatted alike, without what `batch` adds.\n\n| | written | expanded | |\n|---|---|---|---|\n",
    );
    for row in &report.rows {
        if let (Some((written, expanded)), Some(growth)) = (row.lines, growth(row)) {
            let _ = writeln!(page, "| {} | {written} | {expanded} | {growth:.1} |", row.name);
        }
    }
    if let Some(seconds) = &report.compiling {
        page.push_str("\n## Time to compile\n\n200 consumers, and the same as coroutines of diapause, in seconds.\n\n");
        page.push_str("| | ours | diapause | |\n|---|---|---|---|\n");
        let kinds =
            [("`cargo check`", seconds.check), ("`cargo build --release`", seconds.release)];
        for (kind, [ours, diapause]) in kinds {
            let _ =
                writeln!(page, "| {kind} | {ours:.2} | {diapause:.2} | {:.2} |", ours / diapause);
        }
    }
}

/// A row for each workload, a column for each way.
fn table(
    page: &mut String,
    title: &str,
    about: &str,
    rows: &[Row],
    ways: &[Way],
    cell: impl Fn(&Row, Way) -> Option<String>,
) {
    let _ = write!(page, "\n## {title}\n\n{about}\n\n|");
    for way in ways {
        let _ = write!(page, " | {way}");
    }
    let _ = writeln!(page, " |\n|---{}|", "|---".repeat(ways.len()));
    for row in rows {
        let _ = write!(page, "| {}", row.name);
        for way in ways {
            let _ = write!(page, " | {}", cell(row, *way).unwrap_or_else(|| "–".to_string()));
        }
        page.push_str(" |\n");
    }
}
