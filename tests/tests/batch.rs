//! `batch`: slices of every size mean as many sends.
#![deny(warnings)]
#![forbid(unsafe_code)]

use coroutine_runtime::{CoroutineState, consumer, on_close, recv};
use tests::{Guard, Log, guard, log};

/// What is logged, the output and how many inputs are left, when the inputs come in slices of `size`; of none, one by one.
macro_rules! fed {
    ($consumer:expr, $inputs:expr, $size:expr) => {{
        Log::default().enter();
        let mut consumer = $consumer.prime();
        let mut ended = None;
        let mut taken = 0;
        for slice in $inputs.chunks(usize::max($size, 1)) {
            let state = if $size == 0 {
                match consumer.send(slice[0]) {
                    CoroutineState::Yielded(()) => CoroutineState::Yielded(()),
                    CoroutineState::Complete(output) => CoroutineState::Complete((output, 0)),
                }
            } else {
                match consumer.feed(slice) {
                    CoroutineState::Yielded(()) => CoroutineState::Yielded(()),
                    CoroutineState::Complete((output, rest)) => {
                        CoroutineState::Complete((output, rest.len()))
                    }
                }
            };
            taken += slice.len();
            if let CoroutineState::Complete((output, rest)) = state {
                ended = Some((output, taken - rest));
                break;
            }
        }
        let at = consumer.state();
        let closed = consumer.close();
        format!("{ended:?} {at} {closed:?} {:?}", Log::current().lines())
    }};
}

/// The same for slices of many sizes as for single sends.
macro_rules! alike {
    ($consumer:expr, $inputs:expr) => {{
        let inputs = $inputs;
        for upto in 0..=inputs.len() {
            let expected = fed!($consumer, inputs[..upto], 0);
            for size in [1, 2, 3, 5, 7, 1000] {
                assert_eq!(fed!($consumer, inputs[..upto], size), expected, "{upto} by {size}");
            }
        }
        fed!($consumer, inputs, 0)
    }};
}

#[consumer(u8, batch)]
fn frames() -> (u32, u32) {
    let mut buf = Vec::new();
    let (mut good, mut bad) = (0, 0);
    loop {
        while recv!() != 9 {}
        let len = recv!();
        buf.clear();
        let mut sum = 0u8;
        for at in 0..len {
            let byte = recv!();
            sum = sum.wrapping_add(byte + at);
            buf.push(byte);
        }
        log(format!("{buf:?}"));
        if recv!() == sum {
            good += 1
        } else {
            bad += 1
        }
        if bad == 3 {
            return (good, bad);
        }
    }
    on_close! { (good, bad) }
}

#[test]
fn loops_in_a_loop() {
    let trace = alike!(
        frames(),
        [
            0, 9, 2, 1, 2, 4, 9, 0, 0, 3, 9, 1, 1, 2, 9, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 0, 1,
            0, 0
        ]
    );
    assert!(trace.starts_with("Some(((2, 3), "), "{trace}");
}

#[consumer(u8, batch)]
fn guards() -> Vec<Guard> {
    let _outer = guard("outer");
    let mut rows = Vec::new();
    'rows: loop {
        let mut row = guard(format!("row {}", rows.len()));
        let mut text = String::new();
        loop {
            let _turn = guard("turn");
            match recv!() {
                0 => break,
                1 => continue 'rows,
                2 => return rows,
                3 => row = guard("another"),
                4 => {
                    let held = guard("held");
                    recv!();
                    log(&held);
                }
                n => text.push(char::from(b'a' + n)),
            }
        }
        log(&text);
        rows.push(row);
    }
    on_close! { rows }
}

#[test]
fn what_is_dropped_in_a_loop() {
    let trace = alike!(guards(), [5, 6, 0, 7, 1, 8, 3, 4, 9, 0, 5, 4, 2, 6, 2, 0]);
    assert!(trace.contains("held"), "{trace}");
}

#[consumer(u8, batch)]
fn straight(first: u8) -> u32 {
    let a = recv!();
    let b = if a > first { recv!() } else { 1 };
    for step in 0..b {
        log(u32::from(recv!()) * u32::from(step));
    }
    let mut total = 0u32;
    while total < 20 {
        total += u32::from(recv!()) + u32::from(recv!());
    }
    total
}

#[test]
fn loops_behind_one_another() {
    for first in [0, 9] {
        let trace = alike!(straight(first), [3, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert!(trace.starts_with("Some"), "{trace}");
    }
}

#[consumer(&str, batch)]
fn lines(stop: &str) -> usize {
    let mut count = 0;
    loop {
        let line = recv!();
        if line == stop {
            return count;
        }
        log(line);
        count += line.len();
    }
    on_close! { count }
}

#[test]
fn inputs_that_are_borrowed() {
    let trace = alike!(lines("end"), ["one", "two", "three", "end", "four"]);
    assert!(trace.starts_with("Some((11, 4))"), "{trace}");
}

#[test]
fn nothing_is_taken_by_one_that_has_finished() {
    let mut lines = lines("end").prime();
    assert_eq!(lines.feed(&["end", "more"]), CoroutineState::Complete((0, &["more"][..])));
    assert_eq!(lines.feed(&[]), CoroutineState::Yielded(()));
    let refused = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| lines.feed(&["more"])));
    let message = *refused.expect_err("it has finished").downcast::<String>().expect("a message");
    assert_eq!(message, "sent to `lines`, which has finished");
}

#[consumer(u8, batch)]
fn panics() {
    let _held = guard("held");
    loop {
        assert!(recv!() != 3, "three");
    }
}

#[test]
fn a_panic_finishes() {
    Log::default().enter();
    let mut panics = panics().prime();
    let caught =
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| panics.feed(&[1, 2, 3, 4])));
    assert!(caught.is_err());
    assert!(panics.is_finished());
    assert_eq!(Log::current().lines(), ["+held", "-held"]);
}

#[consumer(u8, batch)]
fn older_than_what_is_kept() -> u8 {
    let mut first = guard("first");
    let _second = first;
    loop {
        let byte = recv!();
        first = guard("again");
        if byte == 0 {
            return byte;
        }
        drop(first);
    }
}

#[test]
fn what_is_given_again_is_dropped_behind_what_is_newer() {
    let trace = alike!(older_than_what_is_kept(), [1, 0, 2]);
    assert!(trace.contains(r#""-first", "-again"]"#), "{trace}");
}
