//! What the documentation of a named type says: where the consumer waits, and what it holds there.

use crate::emit::Emitter;
use crate::ir::{Local, LocalDecl, Origin};
use crate::parse::Consumer;
use crate::source::source;
use syn::Type;

impl Emitter<'_> {
    /// For those who read the documentation: where it waits, and what it holds there.
    pub(super) fn state_docs(&self) -> Vec<String> {
        let name = self.consumer.name();
        let Consumer { input, reply, output, .. } = self.consumer;
        let shown = |ty: &Type| {
            let tight = [(" < ", "<"), (" > ", ">"), (" >", ">"), (", )", ",)")];
            let shown =
                tight.iter().fold(source(ty), |text, (loose, tight)| text.replace(loose, tight));
            let fresh = input.fresh.iter().map(|lifetime| format!("{lifetime} "));
            fresh.fold(shown, |text, lifetime| text.replace(&lifetime, ""))
        };
        let replies = if Consumer::is_unit(reply) {
            String::new()
        } else {
            format!(", replies with `{}`", shown(reply))
        };
        let completes = if Consumer::is_unit(output) {
            String::new()
        } else {
            format!(", completes with `{}`", shown(output))
        };
        let mut docs = vec![
            format!(
                " The consumer that [`{name}`]{} makes: it takes `{}`{replies}{completes}.",
                self.link(&name),
                shown(&input.ty)
            ),
            String::new(),
            " | state | waits at | holds |".to_owned(),
            " |---|---|---|".to_owned(),
        ];
        for (suspension, saved) in &self.layout.states {
            let point = &self.body.suspensions[*suspension];
            let held = self.shown(saved);
            let source = point.source.replace('|', "\\|");
            docs.push(format!(" | `{}` | `{source}` | {} |", point.state, held.join(", ")));
        }
        docs
    }

    /// The locals that the user has named, as code.
    pub(in crate::emit) fn shown(&self, saved: &[Local]) -> Vec<String> {
        let locals = saved.iter().map(|local| &self.body.locals[*local]);
        let written = locals.filter(|decl| decl.origin == Origin::Written);
        written.map(|decl| format!("`{}`", self.as_written(decl))).collect()
    }

    fn as_written<'d>(&self, decl: &'d LocalDecl) -> &'d str {
        let is_this = self.consumer.this.as_ref().is_some_and(|this| this.ident == decl.written());
        if is_this { "self" } else { decl.written().trim_start_matches("r#") }
    }

    /// Where the documentation finds a method.
    fn link(&self, name: &str) -> String {
        match self.consumer.outer.as_ref().and_then(|outer| outer.name()) {
            Some(owner) => format!("({owner}::{name})"),
            None => format!("({name}())"),
        }
    }
}
