//! What is sent to a body.

use crate::body::Schedule;
use fastrand::Rng;

/// How many schedules a body has.
const COUNT: usize = 4;

/// Random schedules: one is over soon, and one sends numbers at which some bodies panic.
pub(crate) fn random(rng: &mut Rng) -> Vec<Schedule> {
    let one = |number: usize| {
        let length = if number == 0 { rng.usize(0..3) } else { rng.usize(2..12) };
        let most = if number == 1 { 16 } else { 8 };
        let inputs = (0..length).map(|_| rng.u32(0..most)).collect();
        Schedule { inputs, by_drop: rng.bool() }
    };
    (0..COUNT).map(one).collect()
}
