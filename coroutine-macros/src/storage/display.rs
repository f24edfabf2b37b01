//! What every state holds and where its code stands, as text for the tests.

use super::Layout;
use crate::ir::{Body, Local};
use std::fmt::Write;

impl Layout {
    pub(crate) fn describe(&self, body: &Body) -> String {
        let names = |saved: &[Local]| {
            let names: Vec<String> =
                saved.iter().map(|local| body.locals[*local].ident.to_string()).collect();
            names.join(", ")
        };
        let mut text = String::new();
        let mut line = |line: String| {
            let _ = writeln!(text, "{line}");
        };
        line(format!("Start {{ {} }}", names(&self.start)));
        for (suspension, saved) in &self.states {
            let point = &body.suspensions[*suspension];
            let segment = self.partition.segment(body, point.resume);
            line(format!("{} {{ {} }} runs {:?}", point.state, names(saved), segment.blocks()));
        }
        for join in &self.joins {
            let segment = self.partition.segment(body, join.block);
            line(format!(
                "{} {{ {} }} runs {:?}",
                join.state,
                names(&join.saved),
                segment.blocks()
            ));
        }
        line(format!(
            "merged: {}, returned while primed: {}",
            self.partition.merged, self.returned
        ));
        text
    }
}
