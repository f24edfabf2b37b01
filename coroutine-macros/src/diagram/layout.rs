//! Where the boxes of the picture are: in one column, in the order of the source.

use super::routes::{Arrow, Sides};
use super::text::{COLUMNS, short, width};
use super::{Graph, Node, State};

const PADDING: i32 = 12;
/// Between one box and the next.
const GAP: i32 = 26;
/// Around the whole.
const MARGIN: i32 = 4;
pub(super) const LINE: i32 = 18;
/// From a border to the first or last arrow at it.
const PORT: i32 = 13;

pub(super) struct Picture {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) boxes: Vec<Shape>,
    pub(super) arrows: Vec<Arrow>,
}

/// The box of a place, or of the start or the end.
pub(super) struct Shape {
    pub(super) node: Node,
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
    /// The first is the name.
    pub(super) lines: Vec<String>,
}

impl Shape {
    pub(super) fn middle(&self) -> i32 {
        self.x + self.width / 2
    }

    pub(super) fn right(&self) -> i32 {
        self.x + self.width
    }

    pub(super) fn bottom(&self) -> i32 {
        self.y + self.height
    }

    /// Where arrows on the right arrive, and those on the left leave.
    pub(super) fn high(&self) -> i32 {
        self.y + self.port()
    }

    /// Where arrows on the right leave, and those on the left arrive.
    pub(super) fn low(&self) -> i32 {
        self.bottom() - self.port()
    }

    fn port(&self) -> i32 {
        match self.node {
            Node::State(_) => PORT,
            Node::Start | Node::End | Node::Closed => self.height / 2,
        }
    }
}

pub(super) fn lay_out(graph: &Graph) -> Picture {
    let mut boxes = Vec::new();
    let mut y = MARGIN;
    for node in nodes(graph) {
        let lines = lines(graph, node);
        let height = LINE * whole(lines.len()) + 10;
        boxes.push(Shape { node, x: 0, y, width: width_of(&lines), height, lines });
        y += height + GAP;
    }
    let widest = boxes.iter().map(|shape| shape.width).max().unwrap_or(0);
    let sides = Sides::new(graph, &boxes);
    let column = MARGIN + sides.left();
    for shape in &mut boxes {
        if let Node::State(_) = shape.node {
            shape.width = widest;
        }
        shape.x = column + (widest - shape.width) / 2;
    }
    Picture {
        width: column + widest + sides.right() + MARGIN,
        height: y - GAP + MARGIN,
        arrows: sides.arrows(graph, &boxes, (column, column + widest)),
        boxes,
    }
}

/// What there is to draw, from top to bottom.
pub(super) fn nodes(graph: &Graph) -> impl Iterator<Item = Node> {
    let ends = graph.drawn().any(|edge| edge.to == Node::End);
    let states = (0..graph.states.len()).map(Node::State);
    let closes = graph.closing.is_some().then_some(Node::Closed);
    [Node::Start].into_iter().chain(states).chain(ends.then_some(Node::End)).chain(closes)
}

fn lines(graph: &Graph, node: Node) -> Vec<String> {
    match node {
        Node::Start | Node::End | Node::Closed => vec![short(&graph.name_of(node), COLUMNS)],
        Node::State(at) => {
            let State { name, source, .. } = &graph.states[at];
            let handlers = graph.states[at].handlers();
            let lines = [Some(name), Some(source), handlers.as_ref()].into_iter().flatten();
            lines.map(|line| short(line, COLUMNS)).collect()
        }
    }
}

/// The columns of a font of one width, of which names are bold, and larger than what stands below.
fn width_of(lines: &[String]) -> i32 {
    let name = lines.first().map_or(0, |name| 8 * whole(width(name)));
    let others = lines.iter().skip(1).map(|line| 15 * whole(width(line)) / 2);
    others.chain([name]).max().unwrap_or(0) + 2 * PADDING
}

fn whole(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
