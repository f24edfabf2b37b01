//! Generates, builds and runs bodies, and tells what came of each.

use crate::body::Body;
use crate::execute::{Ran, execute};
use crate::generate::{self, Options};
use crate::outcome::{Outcome, Verdict};
use crate::program::{Program, Unit, Workshop};
use crate::render::{Form, Injection};
use std::collections::HashMap;
use std::io;

/// How many bodies are built together.
const BATCH: u64 = 400;

/// How bodies are made and compared.
#[derive(Clone, Copy, Debug)]
pub struct Tester {
    /// Where they are built.
    pub workshop: Workshop,
    /// What they may contain.
    pub options: Options,
    /// Whether they run as the compiler's coroutine too.
    pub coroutine: bool,
    /// A difference that must be found.
    pub injection: Option<Injection>,
}

impl Tester {
    /// Compares all that may be generated, in all forms.
    #[must_use]
    pub fn new(workshop: Workshop) -> Self {
        Tester { workshop, options: Options::default(), coroutine: true, injection: None }
    }

    /// Runs the bodies of a seed; `each` is told what came of them.
    ///
    /// # Errors
    ///
    /// If the program cannot be built, for a reason that is none of its bodies.
    pub fn run(
        &self,
        seed: u64,
        indices: std::ops::Range<u64>,
        each: &mut dyn FnMut(u64, Body, Outcome),
    ) -> io::Result<()> {
        let mut start = indices.start;
        while start < indices.end {
            let end = indices.end.min(start + BATCH);
            let body = |index| (index, generate::body(seed, index, self.options));
            let bodies = (start..end).map(body).collect::<Vec<_>>();
            let outcomes = self.judge(&bodies)?;
            for ((index, body), outcome) in bodies.into_iter().zip(outcomes) {
                each(index, body, outcome);
            }
            start = end;
        }
        Ok(())
    }

    /// What comes of each of some bodies.
    ///
    /// # Errors
    ///
    /// As for [`run`](Self::run).
    pub fn judge(&self, bodies: &[(u64, Body)]) -> io::Result<Vec<Outcome>> {
        let mut forms = vec![Form::Plain, Form::Consumer];
        if self.coroutine {
            forms.push(Form::Coroutine);
        }
        let unit = |(index, body): &(u64, Body)| Unit {
            index: *index,
            body: body.clone(),
            forms: forms.iter().copied().filter(|form| expresses(*form, body)).collect(),
            faults: HashMap::new(),
        };
        let mut units = bodies.iter().map(unit).collect::<Vec<_>>();
        let programs = Program::new(self.workshop, self.injection).build(&mut units)?;
        let mut ran = HashMap::new();
        for (program, group) in programs {
            let results = execute(&program, group.len(), self.workshop.patience())?;
            ran.extend(group.into_iter().zip(results));
        }
        let outcome = |(at, unit)| outcome(unit, ran.remove(&at).unwrap_or_default());
        Ok(units.into_iter().enumerate().map(outcome).collect())
    }
}

/// The compiler's coroutine (1.95) goes to another arm behind a guard that waits, or ends the program.
fn expresses(form: Form, body: &Body) -> bool {
    form != Form::Coroutine || !body.block.waits_in_guard()
}

fn outcome(unit: Unit, ran: Ran) -> Outcome {
    let fault = |form| unit.faults.get(&form).map(|error| (error.message.clone(), error));
    let verdict = if let Some((_, error)) = fault(Form::Plain) {
        Verdict::PlainFault(format!("{}\n{}", error.message, error.rendered))
    } else if let Some((message, error)) = fault(Form::Consumer) {
        if error.by_macro {
            Verdict::Refused(message)
        } else {
            Verdict::DoesNotCompile(format!("{message}\n{}", error.rendered))
        }
    } else if let Some(how) = ran.stuck {
        if how.ends_with("plain") { Verdict::PlainFault(how) } else { Verdict::Stuck(how) }
    } else {
        ran.differences.into_iter().next().map_or(Verdict::Same, Verdict::Differs)
    };
    Outcome {
        verdict,
        waits: ran.waits,
        fed: ran.fed,
        schedules: ran.schedules,
        inexpressible: match unit.faults.get(&Form::Coroutine) {
            Some(error) => Some(error.message.clone()),
            None if expresses(Form::Coroutine, &unit.body) => None,
            None => Some("rustc goes to another arm behind a guard that waits".to_owned()),
        },
        forms: unit.forms,
    }
}
