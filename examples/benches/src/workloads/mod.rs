//! The tasks that are measured.

mod cobs;
mod csv;
mod frames;
mod image;
mod opcodes;
mod samples;
mod settings;
mod smooth;
mod utf8;
mod window;

use crate::workload::Workload;

/// Every task, each with so many inputs.
pub(crate) fn all(inputs: usize) -> Vec<Box<dyn Workload>> {
    vec![
        smooth::task().load(inputs),
        samples::task().load(inputs),
        frames::task().load(inputs),
        utf8::task().load(inputs),
        cobs::task().load(inputs),
        csv::task().load(inputs),
        image::task().load(inputs),
        // A line does as much as some twenty bytes.
        settings::task().load(inputs / 16),
        window::task().load(inputs),
        opcodes::task().load(inputs),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workload::Way;

    const INPUTS: usize = 60_000;

    #[test]
    fn all_ways_agree() {
        for workload in all(INPUTS) {
            // Also where the input ends in the middle of something.
            for inputs in [0, 1, 1000, workload.inputs()] {
                let expected = workload.run(Way::Pull, inputs).expect("a way");
                for way in Way::ALL {
                    if let Some(totals) = workload.run(way, inputs) {
                        assert_eq!(totals, expected, "{} by {way}, {inputs}", workload.name());
                    }
                }
            }
        }
    }

    #[test]
    fn slices_of_any_length_give_the_same() {
        for workload in all(INPUTS) {
            let expected = workload.run(Way::Pull, INPUTS).expect("a way");
            for slice in [1, 7, 4096, INPUTS] {
                if let Some(totals) = workload.feed(slice) {
                    assert_eq!(totals, expected, "{} in slices of {slice}", workload.name());
                }
            }
        }
    }

    #[test]
    fn every_workload_exercises_all_it_counts() {
        for workload in all(INPUTS).iter().filter(|workload| workload.several_waits()) {
            let totals = workload.run(Way::Pull, INPUTS).expect("a way");
            assert!(!totals.contains(&0), "{}: {totals:?}", workload.name());
        }
    }
}
