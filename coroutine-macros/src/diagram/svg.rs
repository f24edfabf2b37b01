//! The picture, as text that stands in the documentation: on one line, with the page's own colours, and with no names that another
//! picture on the page could have too.

use super::layout::{LINE, Picture, Shape, lay_out};
use super::routes::Arrow;
use super::text::xml;
use super::{Graph, Node};
use std::fmt::{self, Display, Formatter};

/// How far a corner is rounded.
const ROUND: i32 = 6;

/// What the parts of the picture look like. The page says the colours, also those of its dark themes.
const ARROWS: &str = "fill:none;stroke:currentColor;opacity:.8";
const BOX: &str = "fill:var(--code-block-background-color,none);stroke:currentColor";
const NAME: &str = "fill:currentColor;stroke:none;font-size:13px;font-weight:600";
const CODE: &str = "fill:currentColor;stroke:none;font-size:12px;opacity:.85";

/// What is drawn, and where.
pub(super) struct Drawing<'g> {
    graph: &'g Graph,
    picture: Picture,
}

impl<'g> Drawing<'g> {
    pub(super) fn new(graph: &'g Graph) -> Self {
        Drawing { graph, picture: lay_out(graph) }
    }

    fn arrow(&self, arrow: &Arrow, f: &mut Formatter<'_>) -> fmt::Result {
        let [from, to] = [arrow.from, arrow.to].map(|node| self.graph.name_of(node));
        let (path, title) = (Path(&arrow.corners), xml(&format!("{from} → {to}")));
        write!(f, "<path d=\"{path}\"><title>{title}</title></path>")
    }

    fn shape(&self, shape: &Shape, f: &mut Formatter<'_>) -> fmt::Result {
        let Shape { node, x, y, width, height, lines } = shape;
        let dashes = if *node == Node::Closed { ";stroke-dasharray:4" } else { "" };
        let round = if let Node::State(_) = node { 4 } else { height / 2 };
        write!(f, "<g style=\"{BOX}{dashes}\"><title>{}</title>", xml(&self.tooltip(*node)))?;
        write!(
            f,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\"/>"
        )?;
        if matches!(node, Node::State(at) if self.graph.states[*at].delegates) {
            let (left, right, bottom) = (x + 5, shape.right() - 5, shape.bottom());
            write!(f, "<path d=\"M{left} {y}V{bottom}M{right} {y}V{bottom}\"/>")?;
        }
        let (x, styles) = (shape.middle(), [NAME].into_iter().chain(std::iter::repeat(CODE)));
        let baselines = (1..).map(|line| y + LINE * line);
        for ((line, style), y) in lines.iter().zip(styles).zip(baselines) {
            let line = xml(line);
            write!(
                f,
                "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" style=\"{style}\">{line}</text>"
            )?;
        }
        write!(f, "</g>")
    }

    /// All of what the box has no room for.
    fn tooltip(&self, node: Node) -> String {
        let Node::State(at) = node else { return self.graph.name_of(node) };
        let state = &self.graph.states[at];
        let held = state.held.join(", ");
        let held = if held.is_empty() { held } else { format!(", holds {held}") };
        format!("{}: waits at {}{held}", state.name, state.source)
    }
}

impl Display for Drawing<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Picture { width, height, boxes, arrows } = &self.picture;
        let title = xml(&format!("Where {} waits, and what may come next", self.graph.name));
        write!(f, "<svg role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" ")?;
        write!(f, "width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" ")?;
        write!(f, "style=\"max-width:none;font-family:'Source Code Pro',monospace\">")?;
        // Lines of one pixel stand on the pixels.
        write!(f, "<title>{title}</title><g transform=\"translate(.5 .5)\">")?;
        write!(f, "<g style=\"{ARROWS}\">")?;
        arrows.iter().try_for_each(|arrow| self.arrow(arrow, f))?;
        write!(f, "</g>")?;
        boxes.iter().try_for_each(|shape| self.shape(shape, f))?;
        write!(f, "</g></svg>")
    }
}

/// A line with rounded corners, and the point of an arrow at its end.
struct Path<'c>(&'c [(i32, i32)]);

impl Display for Path<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let corners = self.0;
        let ([(x, y), ..], [.., before, (end_x, end_y)]) = (corners, corners) else {
            return Ok(());
        };
        write!(f, "M{x} {y}")?;
        for way in corners.windows(3) {
            let (x, y) = way[1];
            let ((from_x, from_y), (to_x, to_y)) =
                (towards(way[1], way[0]), towards(way[1], way[2]));
            write!(f, "L{from_x} {from_y}Q{x} {y} {to_x} {to_y}")?;
        }
        write!(f, "L{end_x} {end_y}")?;
        // Both halves of the point lie back along the last line.
        let (back_x, back_y) = ((before.0 - end_x).signum(), (before.1 - end_y).signum());
        let half = |side: i32| {
            (end_x + 6 * back_x + 4 * side * back_y, end_y + 6 * back_y + 4 * side * back_x)
        };
        let ((one_x, one_y), (two_x, two_y)) = (half(1), half(-1));
        write!(f, "M{one_x} {one_y}L{end_x} {end_y}L{two_x} {two_y}")
    }
}

/// The point next to a corner from where on it is rounded.
fn towards((x, y): (i32, i32), (to_x, to_y): (i32, i32)) -> (i32, i32) {
    let step = |from: i32, to: i32| from + (to - from).clamp(-ROUND, ROUND);
    (step(x, to_x), step(y, to_y))
}
