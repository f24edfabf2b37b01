//! What is told at the end.

use crate::outcome::{Outcome, Verdict, kind};
use std::collections::BTreeMap;
use std::fmt;

/// Counts over all bodies.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How many there were.
    pub bodies: usize,
    /// How many runs of them, each in all forms.
    pub schedules: usize,
    /// How many sends they took.
    pub waits: usize,
    /// How many inputs they took of slices.
    pub fed: usize,
    /// How many ran as the compiler's coroutine too.
    pub coroutines: usize,
    /// Kinds of what the macro refused, with how many.
    pub refused: BTreeMap<String, usize>,
    /// Kinds of what the coroutine cannot express, with how many.
    pub inexpressible: BTreeMap<String, usize>,
    /// How many did other than the plain function.
    pub mismatches: usize,
    /// How many did not end.
    pub stuck: usize,
    /// How many were not Rust behind the macro.
    pub not_compiling: usize,
    /// How many were not Rust at all.
    pub plain_faults: usize,
}

impl Report {
    /// Counts a body.
    pub fn add(&mut self, outcome: &Outcome) {
        self.bodies += 1;
        self.schedules += outcome.schedules;
        self.waits += outcome.waits;
        self.fed += outcome.fed;
        self.coroutines += usize::from(outcome.forms.contains(&crate::render::Form::Coroutine));
        match &outcome.verdict {
            Verdict::Same => {}
            Verdict::Differs(_) => self.mismatches += 1,
            Verdict::Stuck(_) => self.stuck += 1,
            Verdict::Refused(message) => *self.refused.entry(kind(message)).or_default() += 1,
            Verdict::DoesNotCompile(_) => self.not_compiling += 1,
            Verdict::PlainFault(_) => self.plain_faults += 1,
        }
        // A body that is left out for another reason may have been left out of the coroutine before.
        if let (Some(message), Verdict::Same | Verdict::Differs(_)) =
            (&outcome.inexpressible, &outcome.verdict)
        {
            *self.inexpressible.entry(kind(message)).or_default() += 1;
        }
    }

    /// How many bodies the macro refused.
    #[must_use]
    pub fn refusals(&self) -> usize {
        self.refused.values().sum()
    }

    /// Whether there is anything to be mended.
    #[must_use]
    pub fn fails(&self) -> bool {
        self.mismatches + self.stuck + self.not_compiling + self.plain_faults > 0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |count: usize| format!("{count} ({} in 1000)", 1000 * count / self.bodies.max(1));
        writeln!(f, "bodies            {}", self.bodies)?;
        writeln!(f, "schedules         {}", self.schedules)?;
        writeln!(f, "waits resumed     {}", self.waits)?;
        writeln!(f, "inputs fed        {}", self.fed)?;
        writeln!(f, "refused           {}", of(self.refusals()))?;
        for (message, count) in &self.refused {
            writeln!(f, "    {count}: {message}")?;
        }
        writeln!(f, "as a coroutine    {}", self.coroutines)?;
        for (message, count) in &self.inexpressible {
            writeln!(f, "    {count} are none: {message}")?;
        }
        writeln!(f, "plain faults      {}", self.plain_faults)?;
        writeln!(f, "not compiling     {}", self.not_compiling)?;
        writeln!(f, "stuck             {}", self.stuck)?;
        write!(f, "mismatches        {}", self.mismatches)
    }
}
