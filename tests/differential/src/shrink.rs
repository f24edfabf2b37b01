//! Makes a body small that something is wrong with.

mod edit;
mod parts;

use crate::body::Body;
use crate::outcome::{Outcome, Verdict};
use crate::render::Form;
use crate::tester::Tester;
use std::io;

/// How many candidates are built together.
const TOGETHER: usize = 60;

/// The smallest body found of which the same comes, and what that is. `progress` is told how long the text is.
///
/// # Errors
///
/// As for [`Tester::run`].
pub fn shrink(
    tester: &Tester,
    body: Body,
    found: Outcome,
    progress: &mut dyn FnMut(usize),
) -> io::Result<(Body, Outcome)> {
    let (mut body, mut found) = (body, found);
    let form = match &found.verdict {
        Verdict::Differs(difference) => difference.form.as_str(),
        _ => "",
    };
    // A form that is not asked about need not be compiled.
    let tester = Tester { coroutine: form == Form::Coroutine.name(), ..*tester };
    if let Verdict::Differs(difference) = &found.verdict {
        // One schedule is enough.
        let only = body.schedules.get(difference.schedule).cloned();
        body.schedules = only.into_iter().collect();
    }
    loop {
        let mut candidates = edit::candidates(&body);
        candidates.sort_by_key(edit::weight);
        let mut better = None;
        let candidates = spread(candidates);
        for some in candidates.chunks(TOGETHER) {
            let bodies = some.iter().map(|body| (0, body.clone())).collect::<Vec<_>>();
            let outcomes = tester.judge(&bodies)?;
            let same = outcomes.into_iter().zip(some);
            let same = same.filter(|(outcome, _)| outcome.verdict.like(&found.verdict));
            better = same.min_by_key(|(_, body)| edit::weight(body));
            if better.is_some() {
                break;
            }
        }
        let Some((outcome, smaller)) = better.map(|(outcome, body)| (outcome, body.clone())) else {
            return Ok((body, found));
        };
        (body, found) = (smaller, outcome);
        progress(body.block.text(0).len());
    }
}

/// Puts some of each size into each chunk.
fn spread(candidates: Vec<Body>) -> Vec<Body> {
    let chunks = candidates.len().div_ceil(TOGETHER).max(1);
    let mut all = vec![Vec::new(); chunks];
    for (at, candidate) in candidates.into_iter().enumerate() {
        all[at % chunks].push(candidate);
    }
    all.into_iter().flatten().collect()
}
