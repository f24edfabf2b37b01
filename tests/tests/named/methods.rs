//! Methods whose machines have a name: the block is marked too.

use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::{Primed, consumer, on_close, recv};
use std::ops::AddAssign;

#[derive(Clone, Debug, Default, PartialEq)]
struct Totals<T, const N: usize> {
    sum: T,
    seen: usize,
}

#[consumer]
impl<T: Copy + AddAssign, const N: usize> Totals<T, N> {
    const LIMIT: usize = N;

    /// Adds arrays up.
    #[consumer([T; N], name = Adding, derive(Clone))]
    fn adding(mut self, rounds: usize) -> Self {
        for _ in 0..rounds {
            for item in recv!() {
                self.sum += item;
                self.seen += 1;
            }
        }
        self
    }

    #[consumer(&Self, name = Watching, reply = usize)]
    fn watching(&mut self) -> &T {
        let mut others = 0;
        while others < Self::LIMIT {
            let other = recv!(others);
            self.sum += other.sum;
            others += 1;
        }
        Self::shown(&self.sum)
    }

    /// Its type need not be said.
    #[consumer(T)]
    fn inferred(&self) -> usize {
        let mut count = 0;
        loop {
            recv!();
            count += self.seen;
        }
        on_close! { count }
    }

    fn shown(sum: &T) -> &T {
        sum
    }
}

struct Lines<'a>(&'a str);

#[consumer]
impl Lines<'_> {
    #[consumer(&str, name = Matching)]
    fn matching(&self, more: &str) -> usize {
        let mut count = 0;
        loop {
            let line = recv!();
            if line.contains(self.0) || line == more {
                count += 1;
            }
        }
        on_close! { count }
    }
}

struct Held<'a> {
    adding: Primed<Adding<u32, 2>>,
    matching: Primed<Matching<'a, 'a, 'a>>,
}

#[test]
fn in_a_struct() {
    let lines = Lines("x");
    let mut held =
        Held { adding: Totals::default().adding(2).prime(), matching: lines.matching("y").prime() };
    assert_eq!(held.adding.send([1, 2]), Yielded(()));
    let mut copy = held.adding.clone();
    let Complete(totals) = held.adding.send([3, 4]) else { panic!("these were two") };
    assert_eq!((totals.sum, totals.seen), (10, 4));
    let Complete(mut other) = copy.send([0, 0]) else { panic!("these were two") };
    assert_eq!(other.sum, 3);

    {
        let (mut watching, reply) = other.watching().prime_with_reply();
        assert_eq!(reply, Some(0));
        assert_eq!(watching.send(&totals), Yielded(1));
        assert_eq!(watching.send(&totals), Complete(&23));
    }

    let mut inferred = totals.inferred().prime();
    inferred.send(1);
    assert_eq!(inferred.close(), Some(4));

    for line in ["x", "y", "z", "zx"] {
        held.matching.send(line);
    }
    assert_eq!(held.matching.close(), Some(3));
}
