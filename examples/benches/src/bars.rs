//! What the measurements are held to.

use crate::report::{Report, Row};
use crate::workload::Way;

/// A claim, and what was measured.
pub(crate) struct Bar {
    pub(crate) claim: String,
    /// `None` if it was not measured. Which workload it is, where one decides.
    pub(crate) value: Option<(f64, String)>,
    limit: f64,
    at_least: bool,
}

impl Bar {
    pub(crate) fn met(&self) -> Option<bool> {
        let (value, _) = self.value.as_ref()?;
        Some(if self.at_least { *value >= self.limit } else { *value <= self.limit })
    }

    pub(crate) fn wanted(&self) -> String {
        let sign = if self.at_least { '≥' } else { '≤' };
        format!("{sign} {:.2}", self.limit)
    }
}

type Value<'a> = &'a dyn Fn(&Row) -> Option<f64>;

fn geomean(rows: &[&Row], value: Value<'_>) -> Option<(f64, String)> {
    let logs: Vec<f64> = rows.iter().filter_map(|row| Some(value(row)?.ln())).collect();
    let mean = logs.iter().sum::<f64>() / logs.len() as f64;
    (!logs.is_empty()).then(|| (mean.exp(), String::new()))
}

fn greatest(rows: &[&Row], value: Value<'_>) -> Option<(f64, String)> {
    let values = rows.iter().filter_map(|row| Some((value(row)?, row.name.to_string())));
    values.max_by(|(a, _), (b, _)| a.total_cmp(b))
}

fn least(rows: &[&Row], value: Value<'_>) -> Option<(f64, String)> {
    let (value, name) = greatest(rows, &|row| Some(-value(row)?))?;
    Some((-value, name))
}

/// Ours over a rival that is compared by the same operation; as much as 5 % count as level.
fn rivals(rows: &[&Row]) -> Option<(f64, String)> {
    let rivals = [Way::Diapause, Way::Nightly, Way::Genawaiter, Way::Corosensei];
    let worst = rivals.into_iter().filter_map(|rival| {
        let (ratio, name) = greatest(rows, &|row| row.times.ratio(Way::Send, rival))?;
        Some((ratio, format!("{name}, {rival}")))
    });
    worst.max_by(|(a, _), (b, _)| a.total_cmp(b))
}

fn state(row: &Row) -> Option<f64> {
    Some(row.state(Way::Send)? as f64 - row.state(Way::Hand)? as f64)
}

pub(crate) fn growth(row: &Row) -> Option<f64> {
    row.lines.map(|(written, expanded)| expanded as f64 / written as f64)
}

/// The lines of all expansions against all that is written.
fn together(rows: &[&Row]) -> Option<(f64, String)> {
    let lines: Vec<(usize, usize)> = rows.iter().filter_map(|row| row.lines).collect();
    let written: usize = lines.iter().map(|(written, _)| written).sum();
    let expanded: usize = lines.iter().map(|(_, expanded)| expanded).sum();
    (written > 0).then(|| (expanded as f64 / written as f64, String::new()))
}

pub(crate) fn bars(report: &Report) -> Vec<Bar> {
    let all: Vec<&Row> = report.rows.iter().collect();
    let several: Vec<&Row> = all.iter().copied().filter(|row| row.several_waits).collect();
    let single: Vec<&Row> = all.iter().copied().filter(|row| !row.several_waits).collect();
    let one = |name| all.iter().copied().filter(|row| row.name == name).collect::<Vec<&Row>>();
    let send: Value<'_> = &|row| row.instructions_ratio(Way::Send, Way::Hand);
    let feed: Value<'_> = &|row| row.instructions_ratio(Way::Feed, Way::Pull);
    let library: Value<'_> = &|row| row.times.ratio(Way::Feed, Way::Library);
    let compiling = |of: fn(&crate::compiling::Seconds) -> [f64; 2]| {
        let [ours, diapause] = of(report.compiling.as_ref()?);
        Some((ours / diapause, String::new()))
    };
    let at_most =
        |claim: &str, limit, value| Bar { claim: claim.to_string(), value, limit, at_least: false };
    vec![
        at_most("`send` / hand, instructions, geometric mean", 1.2, geomean(&all, send)),
        at_most("… a single wait, each", 1.05, greatest(&single, send)),
        at_most("… each", 1.6, greatest(&all, send)),
        at_most(
            "`send` / hand, time, geometric mean",
            1.1,
            geomean(&all, &|row| row.times.ratio(Way::Send, Way::Hand)),
        ),
        at_most(
            "`feed` / pull, instructions, bytes, geometric mean",
            1.25,
            geomean(&several, feed),
        ),
        at_most("… each", 1.5, greatest(&several, feed)),
        at_most(
            "`feed` / hand, time, bytes, each",
            0.75,
            greatest(&several, &|row| row.times.ratio(Way::Feed, Way::Hand)),
        ),
        at_most("`send` / any rival, time, each", 1.05, rivals(&all)),
        Bar {
            claim: "diapause / `send`, time, several waits, each".to_string(),
            value: least(&several, &|row| row.times.ratio(Way::Diapause, Way::Send)),
            limit: 3.0,
            at_least: true,
        },
        at_most("bytes of state past hand, each", 8.0, greatest(&all, &state)),
        at_most("UTF-8, `feed` / `utf8parse`, time", 0.6, greatest(&one("utf8"), library)),
        at_most("COBS, `feed` / `cobs`, time", 0.8, greatest(&one("cobs"), library)),
        at_most("200 consumers / diapause, `cargo check`", 1.0, compiling(|seconds| seconds.check)),
        at_most("… `cargo build --release`", 1.0, compiling(|seconds| seconds.release)),
        at_most("lines expanded / written, all together", 6.0, together(&all)),
        at_most("… each", 6.0, greatest(&all, &growth)),
    ]
}
