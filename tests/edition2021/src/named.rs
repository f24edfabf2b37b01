//! Types that have one.

use alloc::boxed::Box;
use alloc::vec::Vec;
use coroutine_runtime::{consumer, delegate, on_close, recv, Primed};

/// Counts lines.
#[consumer(&str, name = Counter, derive(Clone, Debug, PartialEq, Eq, Hash))]
pub fn counter<'a>(prefix: &'a str, ignored: &str) -> Vec<&'a str> {
    let mut found: Vec<&'a str> = Vec::new();
    loop {
        let line = recv!();
        if line != ignored && line.starts_with(prefix) {
            found.push(prefix);
        }
    }
    on_close! { found }
}

/// Passes on what is to be kept, without which there is nothing to count.
#[consumer(&[T], name = Passing)]
pub fn passing<T>(keep: impl Fn(&T) -> bool, gen: &mut [T], rounds: usize) -> usize
where
    T: Copy,
{
    let mut at: usize = 0;
    for _ in 0..rounds {
        let items = recv!();
        for item in items {
            if keep(item) && at < gen.len() {
                gen[at] = *item;
                at += 1;
            }
        }
    }
    at
}

/// A number, or a list.
#[derive(Debug, PartialEq, Eq)]
pub enum Value {
    /// `12`
    Number(u32),
    /// `(1 (2 3))`
    List(Vec<Value>),
}

/// Holds another of its own.
#[consumer(char, name = ValueParser, batch)]
pub fn value(first: char) -> Value {
    if first != '(' {
        let mut number = first.to_digit(10).unwrap_or(0);
        while let Some(digit) = recv!().to_digit(10) {
            number = 10 * number + digit;
        }
        return Value::Number(number);
    }
    let mut list: Vec<Value> = Vec::new();
    loop {
        match recv!() {
            ')' => return Value::List(list),
            ' ' => {}
            first => {
                let inner: Box<Primed<ValueParser>> = Box::new(value(first).prime());
                list.push(delegate!(inner));
            }
        }
    }
}
