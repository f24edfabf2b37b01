//! diagram: the machine as its users see it. A graph of the places to wait, drawn, as Mermaid's text, and as a table.
//!
//! `mod` the graph · `reach` which place may come next · `closing` what a place does when it is closed · `layout` where the boxes and
//! arrows of the picture are, in `lanes` beside them · `svg` prints it · `mermaid` the text · `table` the table · `docs` what of it goes into the
//! documentation · `text` what each of them has to escape

mod closing;
mod docs;
mod lanes;
mod layout;
mod mermaid;
mod reach;
mod routes;
mod svg;
mod table;
#[cfg(test)]
mod tests;
mod text;

pub(crate) use mermaid::constant;

use crate::ir::{Body, Local, LocalDecl, Origin};
use crate::names::Names;
use crate::parse::Consumer;
use crate::storage::Layout;
use text::shown;

/// Where a consumer may be, and how it gets from there to the next.
pub(crate) struct Graph {
    name: String,
    /// `&str`
    input: String,
    reply: Option<String>,
    /// `io::Result<u64>`; a consumer that just ends has none.
    output: Option<String>,
    /// In source order.
    states: Vec<State>,
    /// `gives (good, bad)`: what the function's own `on_close!` does, wherever it waits.
    closing: Option<String>,
    /// From what the function gives, and from each place to wait, in that order.
    edges: Vec<Edge>,
}

/// A place to wait.
struct State {
    /// What `state()` gives there.
    name: String,
    /// `let line = recv!()`
    source: String,
    /// The locals, by the names that the user gave them.
    held: Vec<String>,
    /// An inner consumer is sent the input.
    delegates: bool,
    /// How many `on_close!` of inner blocks guard it.
    handlers: usize,
}

/// A way from one place to the next that does not wait in between.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Edge {
    from: Node,
    to: Node,
    /// There is one only if an inner consumer completes without waiting for anything.
    skips: bool,
}

/// In the order in which they are drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Node {
    Start,
    /// The place of that number in the source.
    State(usize),
    /// It has completed.
    End,
    /// It is closed, wherever it waits.
    Closed,
}

impl State {
    /// `on_close! of its block`
    fn handlers(&self) -> Option<String> {
        match self.handlers {
            0 => None,
            1 => Some("on_close! of its block".to_owned()),
            handlers => Some(format!("on_close! of {handlers} blocks")),
        }
    }
}

impl Graph {
    pub(crate) fn new(consumer: &Consumer, body: &Body, layout: &Layout, names: &Names) -> Self {
        let states = layout.states.iter().map(|(suspension, saved)| {
            let point = &body.suspensions[*suspension];
            State {
                name: point.state.to_string(),
                source: point.source.clone(),
                held: held(consumer, body, saved),
                delegates: point.delegates,
                handlers: closing::of_blocks(body, *suspension),
            }
        });
        let states: Vec<State> = states.collect();
        let type_of = |ty| (!Consumer::is_unit(ty)).then(|| shown(consumer, ty));
        let edges = if Self::is_drawn_with(states.len()) || consumer.mermaid.is_some() {
            reach::edges(body, layout)
        } else {
            Vec::new()
        };
        Graph {
            name: consumer.name(),
            input: shown(consumer, &consumer.input.ty),
            reply: type_of(&consumer.reply),
            output: type_of(&consumer.output),
            states,
            closing: closing::of_function(consumer, body, names),
            edges,
        }
    }

    /// Whether that many places to wait make a picture that helps. Each may lead to all others: what has more is neither drawn,
    /// nor looked for.
    fn is_drawn_with(states: usize) -> bool {
        states <= 24
    }

    fn is_drawn(&self) -> bool {
        Self::is_drawn_with(self.states.len()) && self.drawn().count() <= 120
    }

    /// Where control may go from a node, as the picture has it.
    fn next(&self, from: Node) -> impl Iterator<Item = Node> {
        self.drawn().filter(move |edge| edge.from == from).map(|edge| edge.to)
    }

    fn name_of(&self, node: Node) -> String {
        match node {
            Node::Start => "start".to_owned(),
            Node::State(at) => self.states[at].name.clone(),
            Node::End => self.completes(),
            Node::Closed => self.closes().unwrap_or_default(),
        }
    }

    /// `on_close! gives (good, bad)`
    fn closes(&self) -> Option<String> {
        self.closing.as_ref().map(|closing| format!("on_close! {closing}"))
    }

    /// `Complete(usize)`
    fn completes(&self) -> String {
        self.output.as_ref().map_or_else(|| "Complete".to_owned(), |ty| format!("Complete({ty})"))
    }

    /// Without the edges over a place that is only passed by if an inner consumer never waits.
    fn drawn(&self) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(|edge| !edge.skips)
    }
}

/// The locals that the user has named.
pub(crate) fn held(consumer: &Consumer, body: &Body, saved: &[Local]) -> Vec<String> {
    let locals = saved.iter().map(|local| &body.locals[*local]);
    let written = locals.filter(|decl| decl.origin == Origin::Written);
    written.map(|decl| as_written(consumer, decl)).collect()
}

fn as_written(consumer: &Consumer, decl: &LocalDecl) -> String {
    let is_this = consumer.this.as_ref().is_some_and(|this| this.ident == decl.written());
    let name = if is_this { "self" } else { decl.written().trim_start_matches("r#") };
    name.to_owned()
}
