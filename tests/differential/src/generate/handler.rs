//! Blocks with `on_close!`, and statements that branch.

use super::{Feature, Generator};
use crate::tree::{Node, Ty};

impl Generator {
    /// A block with a handler: locals that do not wait, the handler, and a block with the rest.
    ///
    /// So the handler stands where a guard that calls it is the newest local of the block at every wait of it, and that
    /// is what `on_close!` of the other forms makes: unwinding then runs it before that block's locals are
    /// dropped. What it shows is borrowed by that guard, so that nothing in the block may change it; a `Cell` may change.
    pub(super) fn handled(&mut self, stmts: &mut Vec<Node>) {
        let count = self.scope.vars.len();
        let mut block = Vec::new();
        self.no_wait += 1;
        self.no_exit += 1;
        for ty in [Ty::Guard, Ty::Cell, Ty::Num] {
            if self.chance(5) {
                let value = self.value(ty);
                self.bind(ty, value, &mut block);
            }
        }
        self.no_exit -= 1;
        self.no_wait -= 1;
        let mut shown = Vec::new();
        for (ty, template) in
            [(Ty::Guard, "{}.name"), (Ty::Cell, "{}.get()"), (Ty::Num, "{}"), (Ty::Text, "{}")]
        {
            if let Some(at) = self.among(&self.scope.of(ty)) {
                self.scope.vars[at].lent += 1;
                shown.push((at, template.replace("{}", &self.scope.name(at))));
            }
        }
        let name = self.fresh("close");
        let format = "{} ".repeat(shown.len());
        let texts = shown.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>();
        let arguments = texts.join(", ");
        let handler = format!("on_close! {{ log(format!(\"{name} {format}\", {arguments})); }}");
        block.push(Node::stmt(handler, []));
        let kept = usize::from(!self.options.has(Feature::DropsInHandled));
        self.no_drop += kept;
        let mut inner = self.open();
        self.no_drop -= kept;
        if self.can_wait() && self.chance(7) {
            let wait = self.wait();
            inner.push(Node::stmt("log($);", [wait]));
        }
        block.push(Node::stmt("$", [Node::block(inner)]));
        for (at, _) in shown {
            self.scope.vars[at].lent -= 1;
        }
        self.scope.leave(count);
        stmts.push(Node::stmt("$", [Node::block(block)]));
    }

    /// `if`, `else if` and `else`, with blocks.
    pub(super) fn branch_stmt(&mut self, stmts: &mut Vec<Node>) {
        let template = self.among(&[
            "if $ $",
            "if $ $ else $",
            "if $ $ else if $ $ else $",
            "if let Some(w) = maybe($) $ else $",
            "if let Some(w) = maybe($) && w > 1u32 && let Some(v) = maybe(side(w)) $",
        ]);
        let template = template.unwrap_or("if $ $");
        let head = if template.contains("let") { self.number() } else { self.flag() };
        self.fork();
        let before = self.scope.live();
        let mut parts = vec![head];
        let count = self.scope.vars.len();
        if template.contains("let") {
            self.scope.declare("w", Ty::Num, false);
        }
        parts.push(Node::block(self.inner()));
        self.scope.leave(count);
        let mut ends = vec![self.scope.live()];
        self.scope.restore(&before);
        if template.contains("else if") {
            parts.push(self.flag());
            let between = self.scope.live();
            parts.push(Node::block(self.inner()));
            ends.push(self.scope.live());
            self.scope.restore(&between);
        }
        if template.ends_with("else $") {
            parts.push(Node::block(self.inner()));
        }
        self.scope.meet_all(&ends);
        self.join();
        stmts.push(Node::stmt(template, parts));
    }

    /// `match` with blocks; an option that holds a guard gives it to its arm.
    pub(super) fn match_stmt(&mut self, stmts: &mut Vec<Node>) {
        let (head, parts, item) = match self.take(Ty::MaybeGuard) {
            Some(name) => (format!("match {name} $"), vec![], Ty::Guard),
            None => ("match maybe($) $".to_owned(), vec![self.number()], Ty::Num),
        };
        self.fork();
        let before = self.scope.live();
        let count = self.scope.vars.len();
        let name = self.name_for(item);
        self.scope.declare(&name, item, false);
        let some = Node::block(self.inner());
        self.scope.leave(count);
        let after = self.scope.live();
        self.scope.restore(&before);
        let none = Node::block(self.inner());
        self.scope.meet(&after);
        self.join();
        let arms =
            vec![Node::part(format!("Some({name}) => $"), [some]), Node::part("None => $", [none])];
        let mut parts = parts;
        parts.push(Node::block(arms));
        stmts.push(Node::stmt(head, parts));
    }

    /// `let Some(x) = … else { … };`
    pub(super) fn let_else(&mut self, stmts: &mut Vec<Node>) {
        let flat = usize::from(!self.options.has(Feature::WaitingLetElse));
        self.no_wait += flat;
        let head = self.number();
        let before = self.scope.live();
        let count = self.scope.vars.len();
        self.fork();
        let mut other = self.few_stmts();
        let leave = self.leave(Ty::Unit);
        self.no_wait -= flat;
        self.join();
        let Some(leave) = leave else {
            self.scope.restore(&before);
            self.scope.leave(count);
            stmts.push(Node::stmt("log($);", [head]));
            return;
        };
        other.push(leave);
        self.scope.leave(count);
        self.scope.restore(&before);
        let name = self.name_for(Ty::Num);
        let template = format!("let Some({name}) = maybe($) else $;");
        stmts.push(Node::stmt(template, [head, Node::block(other)]));
        self.scope.declare(&name, Ty::Num, false);
    }
}
