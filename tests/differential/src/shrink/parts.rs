//! What a schedule may become that is smaller.

use crate::body::{Part, Schedule};

/// What shrinking makes less: inputs, those that are not zero, and slices.
pub(super) fn weight(schedule: &Schedule) -> usize {
    let of = |part: &Part| part.inputs().len() + usize::from(matches!(part, Part::Feed(_)));
    let is_zero = schedule.parts.iter().all(|part| part.inputs().iter().all(|input| *input == 0));
    schedule.parts.iter().map(of).sum::<usize>() + usize::from(!is_zero)
}

/// All that one edit makes of it, whether it is smaller or not.
pub(super) fn candidates(schedule: &Schedule) -> Vec<Schedule> {
    let parts = &schedule.parts;
    let mut all = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        all.push(spliced(schedule, at..=at, []));
        if let Part::Feed(inputs) = part {
            all.push(spliced(schedule, at..=at, inputs.iter().copied().map(Part::Send)));
            for dropped in 0..inputs.len() {
                let mut inputs = inputs.clone();
                inputs.remove(dropped);
                all.push(spliced(schedule, at..=at, [Part::Feed(inputs)]));
            }
        }
        if let Some(next) = parts.get(at + 1) {
            let both = [part.inputs(), next.inputs()].concat();
            all.push(spliced(schedule, at..=at + 1, [Part::Feed(both)]));
        }
    }
    let mut zero = schedule.clone();
    for part in &mut zero.parts {
        match part {
            Part::Send(input) => *input = 0,
            Part::Feed(inputs) => inputs.fill(0),
        }
    }
    all.push(zero);
    all
}

/// The same inputs, each in a send.
pub(super) fn in_sends(schedule: &Schedule) -> Schedule {
    let inputs = schedule.parts.iter().flat_map(Part::inputs);
    Schedule { parts: inputs.copied().map(Part::Send).collect(), ..schedule.clone() }
}

fn spliced(
    schedule: &Schedule,
    range: std::ops::RangeInclusive<usize>,
    parts: impl IntoIterator<Item = Part>,
) -> Schedule {
    let mut schedule = schedule.clone();
    schedule.parts.splice(range, parts);
    schedule
}
