//! The table: where the consumer waits, and what it holds there.

use super::text::cell;
use super::{Graph, Node, State};

impl Graph {
    /// A line for each place.
    pub(crate) fn table(&self) -> Vec<String> {
        self.rows(false, false)
    }

    /// The same, with what comes next as far as that is known, and with what happens on closing if anything does.
    pub(super) fn full_table(&self) -> Vec<String> {
        let closes = |state: &State| state.delegates || state.handlers > 0;
        self.rows(self.is_drawn(), self.states.iter().any(closes))
    }

    fn rows(&self, next: bool, closes: bool) -> Vec<String> {
        let mut head = vec!["state", "waits at", "holds"];
        head.extend(next.then_some("next"));
        head.extend(closes.then_some("when closed"));
        let mut rows = vec![row(&head), format!("|{}", "---|".repeat(head.len()))];
        for (at, state) in self.states.iter().enumerate() {
            let mut cells = vec![cell(&state.name), cell(&state.source), list(&state.held)];
            cells.extend(next.then(|| self.targets(Node::State(at))));
            cells.extend(closes.then(|| closing(state)));
            rows.push(row(&cells));
        }
        rows
    }

    fn targets(&self, from: Node) -> String {
        let name = |node: Node| match node {
            Node::State(at) => cell(&self.states[at].name),
            Node::Start | Node::End | Node::Closed => "complete".to_owned(),
        };
        self.next(from).map(name).collect::<Vec<_>>().join(", ")
    }
}

fn row(cells: &[impl AsRef<str>]) -> String {
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    format!("| {} |", cells.join(" | "))
}

fn list(names: &[String]) -> String {
    names.iter().map(|name| cell(name)).collect::<Vec<_>>().join(", ")
}

/// What is closed, and runs, before the function's own handler.
fn closing(state: &State) -> String {
    let inner = state.delegates.then(|| "closes the inner one".to_owned());
    let handlers = state.handlers().map(|handlers| handlers.replace("on_close!", "`on_close!`"));
    inner.into_iter().chain(handlers).collect::<Vec<_>>().join(", ")
}
