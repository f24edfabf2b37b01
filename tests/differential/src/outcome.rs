//! What came of a body.

use crate::render::Form;

/// What came of one body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every trace is that of the plain function.
    Same,
    /// A trace is not.
    Differs(Difference),
    /// It did not end, or ended the program, in this form and schedule.
    Stuck(String),
    /// The macro says that it cannot, and why.
    Refused(String),
    /// rustc does not take what the macro made of it.
    DoesNotCompile(String),
    /// It is no Rust, or never ends: the generator is wrong.
    PlainFault(String),
}

/// Two traces of one schedule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Which of the schedules.
    pub schedule: usize,
    /// The form that differs from the plain function.
    pub form: String,
    /// The trace of the plain function.
    pub expected: Vec<String>,
    /// The trace of the form.
    pub actual: Vec<String>,
}

/// What came of one body, and what it did on the way there.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What came of it.
    pub verdict: Verdict,
    /// How many sends it took, in the plain form and all schedules.
    pub waits: usize,
    /// How many inputs it took of slices, likewise.
    pub fed: usize,
    /// How many schedules were run.
    pub schedules: usize,
    /// Why the compiler's coroutine cannot express it.
    pub inexpressible: Option<String>,
    /// The forms that it was run in.
    pub forms: Vec<Form>,
}

impl Verdict {
    /// Whether it is of the same kind as another: what shrinking must not lose.
    #[must_use]
    pub fn like(&self, other: &Verdict) -> bool {
        match (self, other) {
            (Verdict::Differs(one), Verdict::Differs(other)) => one.form == other.form,
            // The message names locals; its code stands at its start.
            (Verdict::DoesNotCompile(one), Verdict::DoesNotCompile(other))
            | (Verdict::PlainFault(one), Verdict::PlainFault(other))
            | (Verdict::Refused(one), Verdict::Refused(other)) => kind(one) == kind(other),
            (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
        }
    }

    /// Whether it is something to be mended.
    #[must_use]
    pub fn fails(&self) -> bool {
        !matches!(self, Verdict::Same | Verdict::Refused(_))
    }
}

/// A message without the names in it.
#[must_use]
pub fn kind(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    let parts = line.split('`').enumerate();
    parts.map(|(at, part)| if at % 2 == 0 { part } else { "`…`" }).collect()
}

#[cfg(test)]
mod tests_of_outcome {
    use super::kind;

    #[test]
    fn a_kind_names_no_local() {
        assert_eq!(kind("E0382: use of moved value: `g`\nmore"), "E0382: use of moved value: `…`");
    }
}
