//! How the arrows run. To the next box: straight down. Past others: down to the right of them, in lanes; back: up to their left. So
//! nothing lies on anything else, whatever the graph is like.

use super::lanes::{self, Span};
use super::layout::Shape;
use super::{Edge, Graph, Node};
use std::collections::BTreeMap;

/// Between one lane and the next.
const LANE: i32 = 14;
/// Between the boxes and the innermost lane: room for the point of an arrow.
const FIRST: i32 = 18;

/// The corners of an edge, from its start to its point.
pub(super) struct Arrow {
    pub(super) from: Node,
    pub(super) to: Node,
    pub(super) corners: Vec<(i32, i32)>,
}

/// The way of an edge.
#[derive(PartialEq)]
enum Way {
    Straight,
    /// From a place to itself.
    Around,
    Down,
    Up,
}

/// The lane of the arrows to each place, on both sides of the boxes.
pub(super) struct Sides {
    up: BTreeMap<Node, usize>,
    down: BTreeMap<Node, usize>,
    /// What leads to itself is the innermost on the left.
    loops: bool,
}

impl Sides {
    pub(super) fn new(graph: &Graph, boxes: &[Shape]) -> Self {
        Sides {
            up: lanes_of(graph, boxes, &Way::Up),
            down: lanes_of(graph, boxes, &Way::Down),
            loops: graph.drawn().any(|edge| edge.from == edge.to),
        }
    }

    /// How much room there has to be.
    pub(super) fn left(&self) -> i32 {
        let innermost = if self.loops { FIRST } else { 0 };
        self.up.values().max().map_or(innermost, |last| self.on_left(*last))
    }

    pub(super) fn right(&self) -> i32 {
        self.down.values().max().map_or(0, |last| distance(*last))
    }

    fn on_left(&self, lane: usize) -> i32 {
        distance(lane + usize::from(self.loops))
    }

    /// Between those borders of the column.
    pub(super) fn arrows(
        &self,
        graph: &Graph,
        boxes: &[Shape],
        (left, right): (i32, i32),
    ) -> Vec<Arrow> {
        let arrow = |edge: &Edge| {
            let (from, to) = (shape(boxes, edge.from), shape(boxes, edge.to));
            let beside = |start: (i32, i32), lane: i32, end: (i32, i32)| {
                vec![start, (lane, start.1), (lane, end.1), end]
            };
            let corners = match way(boxes, edge) {
                Way::Straight => vec![(from.middle(), from.bottom()), (to.middle(), to.y)],
                Way::Down => {
                    let lane = right + distance(self.down[&edge.to]);
                    beside((from.right(), from.low()), lane, (to.right(), to.high()))
                }
                Way::Around => beside((from.x, from.high()), left - FIRST, (to.x, to.low())),
                Way::Up => {
                    let lane = left - self.on_left(self.up[&edge.to]);
                    beside((from.x, from.high()), lane, (to.x, to.low()))
                }
            };
            Arrow { from: edge.from, to: edge.to, corners }
        };
        graph.drawn().map(arrow).collect()
    }
}

fn distance(lane: usize) -> i32 {
    FIRST + LANE * i32::try_from(lane).unwrap_or(i32::MAX / LANE)
}

fn lanes_of(graph: &Graph, boxes: &[Shape], side: &Way) -> BTreeMap<Node, usize> {
    let mut spans: BTreeMap<Node, Span> = BTreeMap::new();
    for edge in graph.drawn().filter(|edge| way(boxes, edge) == *side) {
        let (from, to) = (shape(boxes, edge.from), shape(boxes, edge.to));
        let (leaves, arrives) =
            if *side == Way::Down { (from.low(), to.high()) } else { (from.high(), to.low()) };
        let span = spans.entry(edge.to).or_insert(Span { top: arrives, bottom: arrives });
        span.reach(leaves);
    }
    let lanes = lanes::assign(&spans.values().copied().collect::<Vec<_>>());
    spans.into_keys().zip(lanes).collect()
}

fn way(boxes: &[Shape], edge: &Edge) -> Way {
    match (row(boxes, edge.from), row(boxes, edge.to)) {
        (from, to) if from == to => Way::Around,
        (from, to) if from + 1 == to => Way::Straight,
        (from, to) if from < to => Way::Down,
        _ => Way::Up,
    }
}

fn shape(boxes: &[Shape], node: Node) -> &Shape {
    &boxes[row(boxes, node)]
}

fn row(boxes: &[Shape], node: Node) -> usize {
    match node {
        Node::Start => 0,
        Node::State(at) => at + 1,
        Node::End | Node::Closed => {
            boxes.iter().position(|shape| shape.node == node).unwrap_or(boxes.len())
        }
    }
}
