//! Inputs with a fresh lifetime beside a count that is kept: what knows nothing of the input holds nothing of it.
#![expect(
    clippy::redundant_else,
    clippy::unnecessary_lazy_evaluations,
    reason = "ordinary code, as it comes"
)]

use tests::{both, run};

struct Lines(usize);

impl Lines {
    fn new() -> Lines {
        Lines(0)
    }
    fn add(&mut self, text: &str) {
        self.0 += text.len();
    }
    fn end(&mut self) {
        self.0 += 100;
    }
}

both! {
    #[consumer(&str)]
    fn added() -> usize {
        let mut lines = Lines::new();
        loop {
            let line = recv!();
            if line == "b" {
                recv!();
                lines.end();
                return lines.0;
            } else {
                lines.add(line);
            }
        }
    }
}

both! {
    #[consumer(&str)]
    fn counted(out: &mut Vec<String>) -> Option<usize> {
        let mut n = 0;
        loop {
            let line = recv!();
            n += 1;
            let key = line.strip_prefix('=').ok_or_else(|| n).ok()?;
            out.push(key.into());
            recv!();
        }
    }
}

both! {
    #[consumer(&str)]
    fn of_a_length() -> Vec<usize> {
        let mut n = 0;
        let mut all = Vec::new();
        loop {
            let line = recv!();
            let words = line.split(' ').filter(|word| word.len() == n).collect::<Vec<_>>();
            if words.is_empty() {
                return all;
            }
            all.push(words.len());
            n = recv!().len();
        }
    }
}

#[test]
fn what_is_kept_is_not_lent() {
    for [a, b, c, d] in [["", "a=1", "x", "d"], ["a", "k=vv", "", "e f"], ["b", "=q", "b", "b"]] {
        run!(added(), [a, b, c, d, "b", "c"]);
        run!(of_a_length(), [a, d, c, a, b]);
    }
    run!(counted(Box::leak(Box::default())), ["=a", "x", "b"]);
}
