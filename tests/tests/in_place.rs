//! Locals that are changed where they lie in the state.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![allow(clippy::uninlined_format_args, reason = "the forms that are not inline are tested too")]

use std::cell::Cell;
use std::collections::BTreeMap;
use tests::{both, guard, log, run};

both! {
    #[consumer(u8)]
    fn formatted(width: usize) {
        let mut total = 0.5f32;
        loop {
            let n = recv!();
            total += f32::from(n);
            log(format!("{total:>width$.1} {n:0>w$} {0:1$}", n, width, w = width));
            log(format!("{}", format_args!("{total:?} {width}")));
        }
    }
}

/// A method of this name takes `self` by value here, and by reference on most types.
struct Tally(BTreeMap<u8, u8>);

impl Tally {
    fn insert(mut self, n: u8) -> Self {
        self.0.insert(n, n);
        self
    }
}

both! {
    #[consumer(u8)]
    fn by_value() -> usize {
        let mut tally = Tally(BTreeMap::new());
        while tally.0.len() < 3 {
            let n = recv!();
            tally = tally.insert(n);
            log(format!("{:?}", tally.0));
        }
        let tally = tally.insert(recv!());
        tally.0.len()
    }
}

trait Named {
    fn named(&self) -> &'static str {
        std::any::type_name::<Self>()
    }
}
impl<T> Named for T {}

both! {
    #[consumer(u8)]
    fn of_every_type() {
        let mut list = vec![1u8];
        let slot = Cell::new(2u8);
        loop {
            let n = recv!();
            list.push(n);
            slot.set(n);
            log(list.named());
            log(n.named());
            log(slot.named());
            log(format!("{list:?} {}", slot.get()));
            let sum = |more: u8| list.iter().sum::<u8>() + more + slot.get();
            log(sum(1));
        }
    }
}

both! {
    #[consumer(u8)]
    fn through_references(out: &mut Vec<u8>, seen: &Cell<u8>) {
        loop {
            let n = recv!();
            out.push(n);
            if let Some(first) = out.first_mut() {
                *first += 1;
            }
            extend(out, n);
            seen.set(seen.get() + 1);
            log(format!("{out:?} {}", seen.get()));
        }
    }
}

fn extend(out: &mut Vec<u8>, n: u8) {
    out.extend([n, n]);
}

both! {
    #[consumer(u8)]
    fn dropped_where_it_is_replaced() -> u8 {
        let mut held = guard("first");
        let mut other = guard("other");
        loop {
            let n = recv!();
            match n {
                0 => held = guard("second"),
                1 => std::mem::swap(&mut held, &mut other),
                2 => (held, other) = (guard("third"), guard("fourth")),
                3 => return n,
                _ => log(&held),
            }
        }
    }
}

#[test]
fn widths_and_values() {
    run!(formatted(6), [1, 20]);
    run!(by_value(), [1, 1, 2, 3, 4]);
    run!(of_every_type(), [1, 2]);
    run!(dropped_where_it_is_replaced(), [4, 0, 1, 4, 2, 4, 3]);
    run!(dropped_where_it_is_replaced(), [1, 1]);
}

#[test]
fn references() {
    let new = || Box::leak(Box::new(Vec::new()));
    run!(through_references(new(), Box::leak(Box::new(Cell::new(0)))), [1, 2, 3]);
}

both! {
    #[consumer(u8)]
    fn bound_again_behind_what_moves(n: u8) {
        for k in 0u8..n {
            let byte = recv!();
            let text = format!("{byte} {k}");
            if byte > 1 {
                log(recv!());
                continue;
            }
            log(recv!());
            drop(text);
        }
    }
}

#[test]
fn counters() {
    run!(bound_again_behind_what_moves(4), [0, 1, 2, 3, 4, 5, 1, 7]);
}
