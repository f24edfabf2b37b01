//! Instructions for each input, counted by callgrind.
//!
//! The program runs itself under callgrind, twice for each way: on all of the inputs and on a
//! quarter. Both make the same data, so what they differ by is what the inputs between cost.

use crate::workload::{Way, Workload};
use crate::workloads;
use std::hint::black_box;
use std::process::Command;

const INPUTS: usize = 400_000;

/// One way on the first so many inputs: what runs under callgrind.
pub(crate) fn run(workload: &str, way: &str, inputs: &str) {
    let workload = find(workload);
    let way = Way::ALL.into_iter().find(|known| known.name() == way).expect("a way");
    black_box(workload.run(way, black_box(inputs.parse().expect("a number of inputs"))));
}

fn find(name: &str) -> Box<dyn Workload> {
    let all = workloads::all(INPUTS);
    all.into_iter().find(|workload| workload.name() == name).expect("a workload")
}

/// The instructions of one way for each input. `None` if there is no such way, or no callgrind.
pub(crate) fn count(workload: &str, way: Way) -> Option<f64> {
    let found = find(workload);
    let all = found.inputs();
    found.run(way, 1)?;
    let more = collected(workload, way, all)? - collected(workload, way, all / 4)?;
    Some(more / (all - all / 4) as f64)
}

fn collected(workload: &str, way: Way, inputs: usize) -> Option<f64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().ok()?)
        .args(["--run", workload, way.name(), &inputs.to_string()])
        .output()
        .ok()?;
    let report = String::from_utf8_lossy(&output.stderr).into_owned();
    let (_, collected) = report.split_once("Collected :")?;
    collected.split_whitespace().next()?.parse().ok()
}

/// The table for our two ways and what they are measured against, of all workloads or those named.
pub(crate) fn print(only: &[&str]) {
    println!("instructions per input");
    println!(
        "{:<10} {:>8} {:>8} {:>8} {:>8} {:>10} {:>10}",
        "", "send", "feed", "hand", "pull", "send/hand", "feed/pull"
    );
    for workload in workloads::all(INPUTS) {
        if !only.is_empty() && !only.contains(&workload.name()) {
            continue;
        }
        let ways = [Way::Send, Way::Feed, Way::Hand, Way::Pull];
        let [send, feed, hand, pull] =
            ways.map(|way| count(workload.name(), way).unwrap_or(f64::NAN));
        println!(
            "{:<10} {send:>8.2} {feed:>8.2} {hand:>8.2} {pull:>8.2} {:>10.2} {:>10.2}",
            workload.name(),
            send / hand,
            feed / pull
        );
    }
}
