//! One run: what was measured of each workload.

use crate::compiling::{self, Seconds};
use crate::timing::Times;
use crate::workload::{Way, Workload};
use crate::{expansion, instructions, workloads};

/// About 4 MB of bytes.
const INPUTS: usize = 4_000_000;

pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) several_waits: bool,
    pub(crate) times: Times,
    instructions: Vec<(Way, f64)>,
    state: Vec<(Way, usize)>,
    /// Lines as written, and expanded.
    pub(crate) lines: Option<(usize, usize)>,
}

impl Row {
    pub(crate) fn instructions(&self, way: Way) -> Option<f64> {
        self.instructions.iter().find(|(known, _)| *known == way).map(|(_, count)| *count)
    }

    pub(crate) fn instructions_ratio(&self, way: Way, to: Way) -> Option<f64> {
        Some(self.instructions(way)? / self.instructions(to)?)
    }

    pub(crate) fn state(&self, way: Way) -> Option<usize> {
        self.state.iter().find(|(known, _)| *known == way).map(|(_, bytes)| *bytes)
    }
}

pub(crate) struct Report {
    pub(crate) rows: Vec<Row>,
    pub(crate) compiling: Option<Seconds>,
    /// Why rustc's own coroutines are missing.
    pub(crate) no_nightly: Option<String>,
}

impl Report {
    pub(crate) fn measure(quick: bool, no_nightly: Option<String>) -> Self {
        let expanded = expansion::expanded();
        let workloads = workloads::all(INPUTS);
        let rows = workloads.iter().map(|workload| {
            let workload = &**workload;
            eprintln!("{}", workload.name());
            let lines = expanded.as_ref();
            let lines = lines.and_then(|file| expansion::lines(file, workload.name()));
            row(workload, if quick { 5 } else { 21 }, lines)
        });
        let rows = rows.collect();
        let compiling = if quick { None } else { compiling::measure().map_err(warn).ok() };
        Self { rows, compiling, no_nightly }
    }
}

fn row(workload: &dyn Workload, rounds: usize, lines: Option<(usize, usize)>) -> Row {
    let counted = |way| Some((way, instructions::count(workload.name(), way)?));
    let sized = |way| Some((way, workload.state(way)?));
    Row {
        name: workload.name(),
        several_waits: workload.several_waits(),
        times: Times::measure(workload, rounds),
        instructions: Way::ALL.into_iter().filter_map(counted).collect(),
        state: Way::ALL.into_iter().filter_map(sized).collect(),
        lines,
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for `map_err`")]
fn warn(error: std::io::Error) {
    eprintln!("{error}");
}
