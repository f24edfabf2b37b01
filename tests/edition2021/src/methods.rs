//! Methods that borrow `self`, which a type without a name has to capture.

use core::ops::AddAssign;
use coroutine_runtime::{consumer, on_close, recv};

/// Sums up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals<T, const N: usize> {
    /// Of all.
    pub sum: T,
    /// How many.
    pub seen: usize,
}

impl<T: Copy + AddAssign, const N: usize> Totals<T, N> {
    /// Adds those of others, until there are as many as `N`.
    #[consumer(&Self, reply = usize)]
    pub fn watching(&mut self) -> &T {
        let mut others = 0;
        while others < N {
            let other = recv!(others);
            self.sum += other.sum;
            others += 1;
        }
        &self.sum
    }
}

#[consumer]
impl<T: Copy + AddAssign, const N: usize> Totals<T, N> {
    /// Adds arrays up.
    #[consumer([T; N], name = Adding)]
    pub fn adding(&mut self, rounds: usize) -> &Self {
        for _ in 0..rounds {
            for item in recv!() {
                self.sum += item;
                self.seen += 1;
            }
        }
        self
    }
}

/// Lines of text.
#[derive(Debug)]
pub struct Words<'a>(pub &'a str);

#[consumer]
impl Words<'_> {
    /// Counts those that have the word.
    #[consumer(&str, name = Matching)]
    pub fn matching(&self, more: &str) -> usize {
        let mut count = 0;
        loop {
            let line = recv!();
            if line.contains(self.0) || line == more {
                count += 1;
            }
        }
        on_close! { count }
    }

    /// How long they are, and without a name.
    #[consumer(&str)]
    pub fn lengths(&self, most: usize) -> Option<&str> {
        let mut length = self.0.len();
        while length < most {
            length += recv!().len();
        }
        self.0.get(..most)
    }
}
