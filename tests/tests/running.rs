//! Locals that are replied with, overwritten behind the wait, or never reached.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![expect(
    clippy::assign_op_pattern,
    clippy::unnecessary_wraps,
    clippy::manual_is_multiple_of,
    reason = "the bodies are as their users wrote them"
)]

use coroutine_runtime::{consumer, on_close};
use tests::{both, fail, guard, log, run};

// A reply that is `Copy` is still there for the handler.
#[consumer(u32, reply = u32)]
fn sum() -> u32 {
    let mut sum = 0;
    loop {
        let input = coroutine_runtime::recv!(sum);
        sum = sum + input;
    }
    on_close! { sum }
}

both! {
    #[consumer(u8)]
    fn overwritten() -> usize {
        let mut held = guard("0");
        for turn in 1..4u8 {
            held = guard(format!("{turn} {}", recv!()));
            if turn == 2 {
                drop(held);
                held = guard("again");
            }
        }
        held.id
    }
}

both! {
    #[consumer(u8, reply = String)]
    fn replied() {
        let mut greeting = "user?".to_string();
        loop {
            let line = recv!(greeting);
            greeting = format!("no {line}");
        }
    }
}

both! {
    #[consumer(u8)]
    fn never_behind() -> Result<u8, ()> {
        for turn in 1.. {
            if recv!() == turn {
                return Ok(turn);
            }
        }
        unreachable!();
    }
}

both! {
    #[consumer(u8)]
    fn loop_without_a_break(mut seen: Vec<u8>) -> u8 {
        'outer: loop {
            let byte = recv!();
            loop {
                seen.push(byte);
                if seen.len() % 3 == 0 {
                    continue 'outer;
                }
                if seen.len() > 10 {
                    return byte;
                }
            }
        }
    }
}

both! {
    #[consumer(u8)]
    fn length_of_a_vec(text: &'static str) -> Result<usize, std::num::ParseIntError> {
        let byte = recv!();
        let list = vec![byte; text.parse()?];
        Ok(list.len())
    }
}

both! {
    #[consumer(u8)]
    fn fails_at_last() -> u8 {
        let byte = recv!();
        log(byte);
        fail("end")
    }
}

#[test]
fn a_copy_is_kept() {
    let mut primed = sum().prime();
    primed.send(1);
    primed.send(2);
    assert_eq!(primed.close(), Some(3));
}

#[test]
fn each_as_on_a_thread() {
    run!(overwritten(), [6]);
    run!(overwritten(), [6, 7, 8]);
    run!(replied(), [1, 2]);
    run!(never_behind(), [3, 2]);
    run!(loop_without_a_break(Vec::new()), [1, 2, 3, 4, 5]);
    run!(length_of_a_vec("3"), [1]);
    run!(length_of_a_vec("x"), [1]);
    run!(fails_at_last(), [1]);
}
