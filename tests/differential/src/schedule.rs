//! What is sent to a body.

use crate::body::{Part, Schedule};
use fastrand::Rng;

/// How many schedules a body has; one with the option `batch` takes the inputs of each in slices, too.
const COUNT: usize = 4;

/// Random schedules: one is over soon, and one sends numbers at which some bodies panic.
pub(crate) fn random(rng: &mut Rng, batch: bool) -> Vec<Schedule> {
    let longest = if batch { 24 } else { 12 };
    let mut all = Vec::new();
    for number in 0..COUNT {
        let length = if number == 0 { rng.usize(0..3) } else { rng.usize(2..longest) };
        let most = if number == 1 { 16 } else { 8 };
        let inputs = (0..length).map(|_| rng.u32(0..most)).collect::<Vec<_>>();
        let by_drop = rng.bool();
        let parts = inputs.iter().copied().map(Part::Send).collect();
        all.push(Schedule { parts, by_drop });
        if batch {
            all.push(Schedule { parts: cut(rng, &inputs), by_drop });
            all.push(Schedule { parts: vec![Part::Feed(inputs)], by_drop });
        }
    }
    all
}

/// The inputs in slices, of none, one or some, perhaps with sends among them.
fn cut(rng: &mut Rng, mut inputs: &[u32]) -> Vec<Part> {
    let (longest, sends) = (rng.usize(1..8), rng.u8(0..4));
    let mut parts = Vec::new();
    while let Some((first, behind)) = inputs.split_first() {
        if rng.u8(0..8) < sends {
            parts.push(Part::Send(*first));
            inputs = behind;
        } else {
            let (slice, behind) = inputs.split_at(rng.usize(0..=longest).min(inputs.len()));
            parts.push(Part::Feed(slice.to_vec()));
            inputs = behind;
        }
    }
    parts
}

#[cfg(test)]
mod tests_of_schedule {
    use super::{Part, Rng, random};

    #[test]
    fn slices_are_of_the_same_inputs() {
        for seed in 0..50 {
            let all = random(&mut Rng::with_seed(seed), true);
            for three in all.chunks(3) {
                let inputs = |at: usize| three[at].parts.iter().flat_map(Part::inputs);
                assert!(inputs(0).eq(inputs(1)) && inputs(0).eq(inputs(2)), "{three:?}");
            }
        }
    }
}
