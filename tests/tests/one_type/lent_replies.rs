//! Replies that borrow from the input, and replies whose type the output or the input says.
#![expect(clippy::default_trait_access, reason = "what is left open is what is tested")]

use crate::support::both_lend;
use tests::{both, every, log, run};

both_lend! {
    [&'static [u8], Option<&'static [u8]>]
    #[consumer(&[u8], reply = Option<&[u8]>)]
    fn out_of_a_loop() {
        let mut data = None;
        loop {
            for _ in 0..2 {
                let input = recv!(data);
                data = Some(&input[..1]);
            }
            let input = recv!(data);
            log(input.len());
            data = None;
        }
    }
}

both_lend! {
    [&'static [u8], Option<&'static [u8]>]
    #[consumer(&[u8], reply = Option<&[u8]>)]
    fn of_two_ways() -> i64 {
        let mut reply = None;
        let mut sum = 0;
        loop {
            let input = recv!(reply);
            let first = match input {
                [] => return sum,
                [0, ..] => {
                    let first = recv!(input.get(1..)).first().copied().unwrap_or(1);
                    reply = None;
                    first
                }
                [n] => {
                    reply = Some(input);
                    *n
                }
                [1, rest @ ..] => {
                    reply = Some(rest);
                    255
                }
                _ => {
                    reply = Default::default();
                    254
                }
            };
            sum += i64::from(first << 1);
        }
    }
}

both_lend! {
    [&'static [u8], Option<&'static [u8]>]
    #[consumer(&[u8], reply = Option<&[u8]>)]
    fn none_or_a_part() -> usize {
        let answer = if recv!(None).is_empty() { Default::default() } else { Some(recv!(None)) };
        log(answer.map_or(9, |part| part.len() + 1));
        recv!(answer).len()
    }
}

both! {
    #[consumer(u8, reply = u32)]
    fn widened() -> u8 {
        let mut answer = 200;
        loop {
            answer = recv!(u32::from(answer << 1));
            if answer == 0 {
                return answer;
            }
        }
    }
}

#[test]
fn replies_borrow() {
    let all: [&'static [u8]; 6] = [b"ab", b"\0cd", b"\xff", b"\x01b", b"efg", b""];
    for at in 0..all.len() {
        let input = |n| all[(n + at) % all.len()];
        run!(of_two_ways(), [input(0), input(1), input(2), input(3), input(4), input(5)]);
        run!(none_or_a_part(), [input(0), input(1), input(2)]);
    }
    run!(out_of_a_loop(), [all[0], all[1], all[5], all[2], all[3], all[5], all[0]]);
    every!(widened());
}
