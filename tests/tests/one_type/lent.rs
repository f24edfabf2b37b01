//! Inputs with a fresh lifetime for each send: what is made of one stays within its transition, and has one type all the same.
#![expect(clippy::cast_possible_truncation, reason = "ordinary code, as it comes")]

use crate::support::both_lend;
use std::borrow::Cow;
use tests::{both, log, run};

both! {
    #[consumer(&str)]
    fn none_or_a_line() -> usize {
        let line = if recv!().is_empty() { None } else { Some(recv!()) };
        line.map_or(9, |line| line.len() + 1)
    }
}

both! {
    #[consumer(&str)]
    fn none_or_parts() -> usize {
        let parts = match recv!() {
            "a" => recv!().split_once('='),
            "b" => Some((recv!(), "")),
            _ => None,
        };
        parts.map_or(9, |(key, value)| key.len() * 10 + value.len())
    }
}

both! {
    #[consumer(&str)]
    fn collected() -> String {
        let words = if recv!().is_empty() { vec![] } else { recv!().split(' ').collect() };
        words.join("-")
    }
}

both! {
    #[consumer(&str)]
    fn cow() -> usize {
        let text = match recv!() {
            "" => Cow::Owned(recv!().to_uppercase()),
            "b" => Cow::Borrowed(recv!()),
            _ => Cow::default(),
        };
        log(&text);
        text.len()
    }
}

both! {
    #[consumer(&str)]
    fn answers() -> usize {
        let answer = match recv!() {
            "" => Err(255),
            "b" => Ok(recv!()),
            line => Err(line.as_bytes()[0]),
        };
        match answer {
            Ok(line) => line.len(),
            Err(n) => usize::from(n << 1),
        }
    }
}

both! {
    #[consumer(&str)]
    fn named_or_said() -> String {
        let length = if recv!() == "d" { 255 } else { recv!().len() as u8 };
        log(i64::from(length << 1));
        let name = match recv!() {
            "" => "none",
            _ => recv!(),
        };
        name.to_owned()
    }
}

both! {
    #[consumer(&[u8])]
    fn first() -> i64 {
        let first = match recv!() {
            [] => 255,
            [0, ..] => recv!()[0],
            [_, ..] => 254,
        };
        i64::from(first << 1)
    }
}

both! {
    #[consumer(&[u8])]
    fn part() -> usize {
        let part = if recv!().is_empty() { &[] } else { &recv!()[1..] };
        let len = part.len();
        let list = if recv!().is_empty() { Vec::new() } else { recv!().to_vec() };
        len * 10 + list.iter().map(|n| usize::from(n << 1)).sum::<usize>()
    }
}

both! {
    #[consumer(&[u8])]
    fn last_of_each() -> i64 {
        let mut last = 255;
        let mut sum = 0;
        loop {
            sum += i64::from(last << 1);
            last = match recv!() {
                [] => return sum,
                [.., last] => *last,
            };
        }
    }
}

both_lend! {
    [(&'static str, u8), ()]
    #[consumer((&str, u8))]
    fn of_a_pair() -> i64 {
        let (text, n) = if recv!().1 == 0 { ("", 255) } else { recv!() };
        log(text);
        i64::from(n << 1)
    }
}

#[test]
fn what_is_lent_has_one_type() {
    for [a, b, c, d] in [["", "a=1", "x", "d"], ["a", "k=vv", "", "e f"], ["b", "=q", "b", "b"]] {
        run!(none_or_a_line(), [a, b, c, d]);
        run!(none_or_parts(), [a, b, c, d]);
        run!(collected(), [a, "x y", c, d]);
        run!(cow(), [a, b, c, d]);
        run!(answers(), [a, b, c, d]);
        run!(named_or_said(), [d, a, b, c]);
    }
    for [a, b, c, d] in [
        [&b""[..], b"ab", b"c", b"\xff"],
        [b"\0", b"\xfe", b"", b"abc"],
        [b"a", b"xyz", b"de", b""],
    ] {
        run!(first(), [a, b]);
        run!(part(), [a, b, c, d]);
        run!(last_of_each(), [a, b, c, d]);
    }
    run!(of_a_pair(), [("a", 0)]);
    run!(of_a_pair(), [("a", 1), ("b", 128)]);
}
