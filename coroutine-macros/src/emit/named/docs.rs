//! What the documentation of a named type says: where the consumer waits, and what it holds there.

use crate::emit::Emitter;

impl Emitter<'_> {
    /// For those who read the documentation: where it waits, and what it holds there.
    pub(super) fn state_docs(&self) -> Vec<String> {
        let name = self.consumer.name();
        let mut docs = vec![
            format!(" The consumer that [`{name}`]{} makes.", self.link(&name)),
            String::new(),
            " | state | waits at | holds |".to_owned(),
            " |---|---|---|".to_owned(),
        ];
        for (suspension, saved) in &self.layout.states {
            let point = &self.body.suspensions[*suspension];
            let held: Vec<String> = saved
                .iter()
                .map(|local| format!("`{}`", self.shown_name(&self.body.locals[*local].ident)))
                .collect();
            let source = point.source.replace('|', "\\|");
            docs.push(format!(" | `{}` | `{source}` | {} |", point.state, held.join(", ")));
        }
        docs
    }

    /// Where the documentation finds a method.
    fn link(&self, name: &str) -> String {
        match self.consumer.outer.as_ref().and_then(|outer| outer.name()) {
            Some(owner) => format!("({owner}::{name})"),
            None => format!("({name}())"),
        }
    }
}
