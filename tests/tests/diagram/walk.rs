//! Wherever a consumer goes, its graph has an edge for it; and where inputs can take it there, it goes along every edge.

use coroutine_runtime::{CoroutineState, Primed, consumer, delegate, on_close, recv};
use std::collections::BTreeSet;

type Edges = BTreeSet<(String, String)>;

/// The edges of a constant. What has a name that is a word of Mermaid's has a `_` behind it there.
pub(crate) fn edges(graph: &str) -> Edges {
    let node = |name: &str| name.trim().trim_end_matches('_').to_owned();
    let edge = |line: &str| {
        let (from, to) = line.split_once("-->")?;
        Some((node(from), node(to.split(':').next()?)))
    };
    graph.lines().filter_map(edge).collect()
}

/// A number that is not to be foreseen.
fn random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

/// Which places follow one another in many runs on random bytes below an end.
macro_rules! seen {
    ($consumer:expr, $end:expr) => {{
        let mut seen = Edges::new();
        for run in 1..400u64 {
            let mut seed = run.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let mut primed = $consumer.prime();
            let mut before = "[*]".to_owned();
            for _ in 0..30 {
                let done = primed.is_finished();
                let after = if done { "[*]" } else { primed.state() }.to_owned();
                seen.insert((std::mem::replace(&mut before, after.clone()), after));
                if done {
                    break;
                }
                primed.send(u8::try_from(random(&mut seed) % $end).unwrap());
            }
        }
        seen
    }};
}

/// Every edge is seen, and no other.
macro_rules! agrees {
    ($consumer:expr, $end:expr, $graph:expr) => {
        assert_eq!(seen!($consumer, $end), edges($graph));
    };
}

#[consumer(u8, mermaid = FRAMES)]
fn frames() -> u32 {
    let mut good = 0;
    loop {
        while recv!() != 3 {}
        let len = recv!();
        let mut sum = 0u8;
        for _ in 0..len {
            let byte = recv!();
            sum = sum.wrapping_add(byte);
        }
        if recv!() == sum {
            good += 1;
        }
    }
    on_close! { good }
}

#[consumer(u8, reply = u8, mermaid = SESSION)]
fn session() -> Option<u8> {
    let state = recv!(0);
    if state == 0 {
        return Some(1);
    }
    let mut end = 0;
    'commands: loop {
        match recv!(end) {
            0 => loop {
                let note = recv!(1);
                if note == 2 {
                    continue 'commands;
                }
                end = note.checked_sub(1)?;
            },
            1 => break,
            2 => end += recv!(2) + recv!(3),
            _ => {}
        }
    }
    let class = recv!(4);
    let Some(less) = class.checked_sub(2) else { return None };
    Some(less)
}

#[consumer(u8, mermaid = NUMBER)]
fn number() -> u32 {
    let mut number = 0;
    loop {
        let digit = recv!();
        if digit > 1 {
            return number;
        }
        number = number * 2 + u32::from(digit);
        on_close! { println!("{number}"); }
    }
}

/// Waits for as many inputs.
#[consumer(u8)]
fn sum_of(inputs: u32) -> u8 {
    let mut sum = 0u8;
    for _ in 0..inputs {
        sum = sum.wrapping_add(recv!());
    }
    sum
}

#[consumer(u8, mermaid = OUTER)]
fn outer(waits: u32) -> u32 {
    let first = delegate!(number());
    let mut sum = first;
    for at in 0..waits {
        let inner: Primed<_> = sum_of(at % 3).prime();
        sum += u32::from(delegate!(inner));
    }
    while recv!() != 0 {
        sum += u32::from(delegate!(sum_of(sum % 3)));
    }
    sum
}

#[consumer(u8, mermaid = EMPTY)]
fn empty(number: u8) -> u8 {
    let mut left = number;
    while left > 0 {
        left -= recv!().min(left);
    }
    number
}

#[test]
fn loops_and_branches() {
    agrees!(frames(), 4, FRAMES);
    agrees!(session(), 4, SESSION);
    agrees!(number(), 3, NUMBER);
}

#[test]
fn inner_consumers() {
    let mut seen = Edges::new();
    for waits in 0..4 {
        seen.extend(seen!(outer(waits), 3));
    }
    let graph = edges(OUTER);
    assert!(seen.is_subset(&graph), "{seen:?} {graph:?}");
    // What `number` never does is known to its author alone.
    let never: Vec<_> = graph.difference(&seen).collect();
    assert!(never.iter().all(|(from, to)| from == "[*]" && to != "First"), "{never:?}");
}

#[test]
fn one_that_may_wait_for_nothing() {
    let mut seen = seen!(empty(0), 3);
    seen.extend(seen!(empty(3), 3));
    assert_eq!(seen, edges(EMPTY));
}

#[test]
fn a_batch_ends_at_a_place_of_the_graph() {
    let mut counts = counts().prime();
    let places: BTreeSet<String> = edges(COUNTS).into_iter().map(|(_, to)| to).collect();
    for chunk in [&[1, 2, 0][..], &[], &[0, 7], &[0, 0, 1]] {
        assert!(matches!(counts.feed(chunk), CoroutineState::Yielded(())));
        assert!(places.contains(counts.state()), "{}", counts.state());
    }
    agrees!(self::counts(), 3, COUNTS);
}

#[consumer(u8, batch, mermaid = COUNTS)]
fn counts() -> usize {
    let mut count = 0;
    loop {
        while recv!() != 0 {
            count += 1;
        }
        let kind = recv!();
        if kind == 1 && count > 5 {
            return count;
        }
    }
}
