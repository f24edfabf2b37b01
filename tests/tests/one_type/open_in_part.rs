//! A part of a value's type is open on one way, or the value is nobody's.

use crate::support::type_of;
use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};
use std::marker::PhantomData;
use tests::{both, every, guard, log};

both! {
    #[consumer(u8)]
    fn maps() -> usize {
        let map = if recv!() == 0 { HashMap::new() } else { HashMap::from([(recv!(), "a")]) };
        let sorted = match recv!() {
            0 => BTreeMap::default(),
            _ => BTreeMap::from([(255, Some(recv!()))]),
        };
        log(sorted.keys().map(|n| i64::from(n << 1)).sum::<i64>());
        map.get(&1).map_or(9, |text| text.len()) + sorted.len()
    }
}

both! {
    #[consumer(u8)]
    fn annotated_in_part() -> usize {
        let x: Option<_> = if recv!() == 0 { None } else { Some(recv!()) };
        let y: Vec<_> = if recv!() == 0 { [].into() } else { vec![recv!(), 255] };
        let z: (_, u16) = if recv!() == 0 { (255, 255) } else { (recv!(), 1) };
        log(y.iter().map(|n| i64::from(n << 1)).sum::<i64>());
        x.map_or(9, |x| x.to_be_bytes().len()) + usize::from(z.0 << 1) + usize::from(z.1 << 1)
    }
}

fn marker<T>(_: T) -> PhantomData<T> {
    PhantomData
}

both! {
    #[consumer(u8)]
    fn marked() -> &'static str {
        let marker = if recv!() == 0 { PhantomData } else { marker(recv!()) };
        let cell = if recv!() == 0 { Cell::default() } else { Cell::new(Some(recv!())) };
        log(type_of(&cell));
        type_of(&marker)
    }
}

enum Tree<T> {
    Leaf,
    Node(T, Box<Tree<T>>),
}

both! {
    #[consumer(u8)]
    fn leaves() -> i64 {
        let tree = match recv!() {
            0 => Tree::Leaf,
            1 => Tree::Node(255, Box::new(Tree::Leaf)),
            _ => Tree::Node(recv!(), Box::new(Tree::Leaf)),
        };
        match tree {
            Tree::Node(n, below) => i64::from(n << 1) + i64::from(matches!(*below, Tree::Leaf)),
            Tree::Leaf => -1,
        }
    }
}

// Nobody takes the value.
both! {
    #[consumer(u8)]
    fn nobody_s() {
        let held = Some(guard("held"));
        if recv!() == 1 { held } else { None };
        recv!();
        log("end");
    }
}

both! {
    #[consumer(u8)]
    fn questioned() -> Option<i64> {
        let x = match recv!() {
            0 => None?,
            1 => "129".parse().ok()?,
            _ => recv!(),
        };
        Some(i64::from(x << 1))
    }
}

#[test]
fn another_way_closes_it() {
    every!(maps());
    every!(annotated_in_part());
    every!(marked());
    every!(leaves());
    every!(nobody_s());
    every!(questioned());
}
