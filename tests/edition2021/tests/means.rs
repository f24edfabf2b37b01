//! What the body means, compared with a plain function of this edition.
#![deny(warnings)]
#![deny(clippy::pedantic)]
#![forbid(unsafe_code)]

use coroutine_runtime::CoroutineState::{Complete, Yielded};
use tests::{both, guard, log, run, Guard, Log};

both! {
    #[consumer(Guard, reply = usize)]
    fn held(gen: usize) -> Option<Guard> {
        let mut last = None;
        let mut ids = 0;
        for round in 0..gen {
            let inner = guard("inner");
            let given = recv!(ids);
            ids += given.id;
            if round % 2 == 0 {
                last = Some(given);
                continue;
            }
            let (name, _) = (inner.name.clone(), recv!(round));
            let shown = move || log(&name);
            recv!(7);
            shown();
        }
        recv!(99);
        last
    }
}

both! {
    #[consumer(u8, name = Digits)]
    fn digits(async_: bool) -> Result<u32, String> {
        let _guard: Guard = guard("digits");
        let mut number: u32 = u32::from(async_);
        'all: loop {
            if let digit @ 0..=9 = recv!() {
                number = number * 10 + u32::from(digit);
            } else if number > 100 {
                break 'all;
            } else {
                number = number.checked_sub(u32::from(recv!())).ok_or("too small")?;
            }
        }
        Ok(number)
    }
}

#[test]
fn the_same_as_a_plain_function() {
    run!(held(3), [guard("a"), guard("b"), guard("c"), guard("d"), guard("e"), guard("f")]);
    run!(held(0), [guard("a"), guard("b")]);
    run!(digits(true), [2, 3, 10]);
    run!(digits(false), [2, 10, 1, 7, 8, 20]);
    run!(digits(false), [2, 10, 3, 1]);
}

#[coroutine_runtime::consumer(u8)]
fn tail() -> usize {
    let _first = guard("first");
    coroutine_runtime::recv!();
    coroutine_runtime::recv!();
    guard("temporary").id()
}

/// The one thing that is of the newer edition in every crate: here the temporary would outlive the local.
#[test]
fn but_for_the_drops_of_a_tail() {
    let trace = Log::default();
    trace.enter();
    let mut tail = tail().prime();
    assert_eq!((tail.send(1), tail.send(2)), (Yielded(()), Complete(9)));
    assert_eq!(trace.lines(), ["+first", "+temporary", "-temporary", "-first"]);
}
