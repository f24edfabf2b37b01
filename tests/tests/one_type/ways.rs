//! The same bodies sent to and fed, and with a type that has a name.
#![expect(clippy::cast_lossless, clippy::format_push_string, reason = "ordinary code, as it comes")]

use crate::slices::cuts;
use crate::support::{one, two, type_of};
use std::fmt::Debug;
use tests::{both, every, log};

both! {
    #[consumer(u8, batch)]
    fn shifted() -> u32 {
        let mut x = 255;
        let mut y = 0;
        for _ in 0..2 {
            y += (x << 1) as u32;
            x = recv!();
        }
        y
    }
}

both! {
    #[consumer(u8, batch)]
    fn of_two_ways() -> i64 {
        let x = if recv!() == 0 { 255 } else { recv!() };
        let mut sum = i64::from(x << 1);
        loop {
            let x = match recv!() {
                0 => 255,
                1 => recv!(),
                2 => break,
                _ => 254,
            };
            let some = if x == 255 { None } else { Some(x << 1) };
            log(format!("{some:?} {}", type_of(&x)));
            sum += i64::from(x << 1);
        }
        sum
    }
}

both! {
    #[consumer(u8, batch)]
    fn last_seen() -> usize {
        let mut last = 255;
        let mut next = None;
        let mut sizes = 0;
        let mut turns = 0;
        while turns < 4 {
            sizes += size_of_val(&last) + 10 * size_of_val(&next);
            log(last << 1);
            last = recv!();
            next = Some(if last == 0 { 255 } else { recv!() });
            turns += 1;
        }
        sizes + next.map_or(0, |next| usize::from(next << 1))
    }
}

both! {
    #[consumer(u8, batch)]
    fn coerced() -> String {
        let mut text = String::new();
        loop {
            let g = if recv!() == 0 { one } else { two };
            let x = match recv!() {
                0 => Box::new(g(254)) as Box<dyn Debug>,
                1 => Box::new(recv!()),
                _ => Box::new("end"),
            };
            text += &format!("{x:?}{}", size_of_val(&x));
            if text.len() > 12 {
                return text;
            }
        }
    }
}

both! {
    #[consumer(&str, batch)]
    fn of_lines() -> i64 {
        let last = if recv!() == "a" { None } else { Some(recv!()) };
        let mut sum: i64 = last.map_or(9, |last| last.len() * 2).try_into().unwrap_or(0);
        let mut byte = 255;
        loop {
            sum += i64::from(byte << 1);
            byte = match recv!() {
                "" => return sum,
                "a" => 255,
                _ => recv!().as_bytes().first().copied().unwrap_or_default(),
            };
        }
    }
}

#[test]
fn sent_to_and_fed() {
    cuts!(shifted(), [0, 128, 1]);
    for [a, b, c] in [[0, 1, 2], [1, 2, 0], [3, 1, 255], [2, 0, 0], [0, 0, 1], [1, 1, 1]] {
        cuts!(of_two_ways(), [a, b, c, 3, 0, 1, 200, 2]);
        cuts!(last_seen(), [a, b, c, 7, 8]);
        cuts!(coerced(), [a, b, c, 1, 2, 0, 0]);
    }
    cuts!(of_lines(), ["a", "b", "c", "a", "x", "y", "", "more"]);
    cuts!(of_lines(), ["b", "cd", "", "x"]);
    every!(shifted());
    every!(last_seen());
    every!(coerced());
}
