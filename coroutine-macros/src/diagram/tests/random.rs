//! Graphs of any shape, with text that is hard to print.

use crate::diagram::{Edge, Graph, Node, State};

pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// Less than `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }

    fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }

    pub(super) fn graph(&mut self) -> Graph {
        let (states, edges) = (1 + self.below(24), self.below(60));
        self.graph_of(states, edges)
    }

    /// With that many places, and at most as many edges besides those that reach each of them.
    pub(super) fn graph_of(&mut self, states: usize, edges: usize) -> Graph {
        let node = |random: &mut Self| Node::State(random.below(states));
        let mut found = vec![(Node::Start, Node::State(0))];
        found.extend((1..states).map(|at| (Node::State(at - 1), Node::State(at))));
        for _ in 0..edges {
            let from = if self.below(10) == 0 { Node::Start } else { node(self) };
            let to = if self.below(6) == 0 { Node::End } else { node(self) };
            found.push((from, to));
        }
        found.sort_unstable();
        found.dedup();
        let edges =
            found.into_iter().map(|(from, to)| Edge { from, to, skips: self.below(8) == 0 });
        let edges = edges.collect();
        Graph {
            name: "random".to_owned(),
            input: "&[u8]".to_owned(),
            reply: None,
            output: (self.below(2) == 0).then(|| self.text()),
            states: (0..states).map(|at| self.state(at)).collect(),
            closing: (self.below(2) == 0).then(|| format!("gives {}", self.text())),
            edges,
        }
    }

    fn state(&mut self, at: usize) -> State {
        State {
            name: format!(
                "{}{at}",
                self.one(&["Recv", "L", "AVeryLongNameOfAPlaceToWaitWith", "Größe"])
            ),
            source: self.text(),
            held: (0..self.below(4)).map(|local| format!("local{local}")).collect(),
            delegates: self.below(4) == 0,
            handlers: self.below(3).saturating_sub(1),
        }
    }

    fn text(&mut self) -> String {
        let pieces = [
            "recv!()",
            "<T>",
            "&mut \"x\"",
            "'`'",
            "]]>",
            "--",
            "<!--",
            "|",
            "{}",
            "値",
            "a && b;",
            "x",
        ];
        (0..=self.below(8)).map(|_| self.one(&pieces)).collect::<Vec<_>>().join(" ")
    }
}
