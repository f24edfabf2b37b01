//! Borrows of locals that are held over waits.

use super::Generator;
use crate::tree::{Node, Ty};

impl Generator {
    /// A block in which a local is borrowed.
    pub(super) fn lend(&mut self, stmts: &mut Vec<Node>) {
        let count = self.scope.vars.len();
        let mut block = Vec::new();
        match self.rng.u8(0..8) {
            6.. => self.given(&mut block),
            0 => self.shared(&mut block),
            1 => self.exclusive(&mut block),
            2 | 3 => self.over_items(&mut block),
            4 => self.through_match(&mut block),
            _ => self.field(&mut block),
        }
        self.scope.leave(count);
        stmts.push(Node::stmt("$", [Node::block(block)]));
    }

    /// A local of the type, made here if there is none.
    fn lender(&mut self, ty: Ty, mutable: bool, block: &mut Vec<Node>) -> usize {
        let known = if mutable { self.scope.assignable(ty) } else { self.scope.of(ty) };
        if let Some(at) = self.among(&known) {
            return at;
        }
        let value = self.value(ty);
        let name = self.fresh("o");
        let word = if mutable { "let mut" } else { "let" };
        block.push(Node::stmt(format!("{word} {name} = $;"), [value]));
        self.scope.declare(&name, ty, mutable)
    }

    /// What a method or a function makes of a local is used at once: it ends there, or at the end of the block if it has a drop.
    fn given(&mut self, block: &mut Vec<Node>) {
        let at = self.lender(Ty::Nums, true, block);
        let (of, name) = (self.scope.name(at), self.fresh("g"));
        let (binding, used) = match self.rng.u8(0..6) {
            0 => (format!("let {name} = {of}.first();"), format!("{name}.is_some()")),
            1 => (format!("let mut {name} = {of}.iter();"), format!("{name}.next().is_some()")),
            2 => (format!("let {name} = {of}.last_mut();"), format!("{name}.is_some()")),
            3 => (
                format!("let ({name}, _) = {of}.split_at({of}.len() / 2);"),
                format!("{name}.len()"),
            ),
            4 => (format!("let {name} = Some(guard_of(&{of}));"), format!("{name}.is_some()")),
            _ => (format!("let {name} = guard_of(&{of});"), format!("{name}.id")),
        };
        block.push(Node::stmt(binding, []));
        if self.chance(8) {
            block.push(Node::stmt(format!("log({used});"), []));
        } else {
            block.push(Node::stmt(format!("let _ = &{name};"), []));
        }
        if self.chance(5) {
            let more = self.number();
            block.push(Node::stmt(format!("{of}.push($);"), [more]));
        }
        block.extend(self.open());
        let wait = self.number();
        block.push(Node::stmt("log($);", [wait]));
    }

    fn shared(&mut self, block: &mut Vec<Node>) {
        let at = self.lender(Ty::Num, false, block);
        let name = self.fresh("r");
        block.push(Node::stmt(format!("let {name} = &{};", self.scope.name(at)), []));
        let held = self.scope.declare(&name, Ty::Ref, false);
        self.scope.vars[at].lent += 1;
        self.scope.vars[held].from = Some(at);
        block.extend(self.open());
        let wait = self.number();
        block.push(Node::stmt(format!("log(add($, *{name}));"), [wait]));
    }

    /// Nothing else sees the local while it is lent.
    fn exclusive(&mut self, block: &mut Vec<Node>) {
        let at = self.lender(Ty::Num, true, block);
        let name = self.fresh("r");
        block.push(Node::stmt(format!("let {name} = &mut {};", self.scope.name(at)), []));
        self.scope.vars[at].live = false;
        self.no_exit += 1;
        let [one, two] = self.numbers::<2>();
        self.no_exit -= 1;
        self.scope.vars[at].live = true;
        block.push(Node::stmt(format!("*{name} += $;"), [one]));
        block.push(Node::stmt(format!("bump({name}, $);"), [two]));
    }

    fn over_items(&mut self, block: &mut Vec<Node>) {
        let exclusive = self.chance(3);
        let at = self.lender(Ty::Nums, exclusive, block);
        let name = self.scope.name(at);
        let item = self.fresh("r");
        let head = match (exclusive, self.chance(5)) {
            (true, true) => format!("for {item} in &mut {name} $"),
            (true, false) => format!("for {item} in {name}.iter_mut() $"),
            (false, true) => format!("for {item} in &{name} $"),
            (false, false) => format!("for {item} in {name}.iter() $"),
        };
        let before = self.scope.live();
        self.scope.vars[at].lent += 1;
        self.enter(false, Ty::Unit);
        let label = self.targets.last_mut().and_then(|target| target.label.take());
        self.scope.loops += 1;
        if exclusive {
            self.scope.vars[at].live = false;
        } else {
            self.scope.declare(&item, Ty::Ref, false);
        }
        let mut inner = self.open();
        let wait = self.number();
        let template = if exclusive { "* += $;" } else { "log(add($, *));" };
        inner.push(Node::stmt(template.replace('*', &format!("*{item}")), [wait]));
        self.scope.loops -= 1;
        self.exit();
        self.scope.vars[at].lent -= 1;
        self.scope.vars[at].live = before[at];
        self.scope.meet(&before);
        drop(label);
        block.push(Node::stmt(head, [Node::block(inner)]));
    }

    fn through_match(&mut self, block: &mut Vec<Node>) {
        let at = self.lender(Ty::MaybeNum, false, block);
        let name = self.scope.name(at);
        self.scope.vars[at].lent += 1;
        let before = self.scope.live();
        let count = self.scope.vars.len();
        self.scope.declare("r", Ty::Ref, false);
        let mut some = self.open();
        let wait = self.number();
        some.push(Node::stmt("log(add($, *r));", [wait]));
        self.scope.leave(count);
        let after = self.scope.live();
        self.scope.restore(&before);
        let none = self.inner();
        self.scope.meet(&after);
        self.scope.vars[at].lent -= 1;
        let arms = vec![
            Node::part("Some(r) => $", [Node::block(some)]),
            Node::part("None => $", [Node::block(none)]),
        ];
        block.push(Node::stmt(format!("match &{name} $"), [Node::block(arms)]));
    }

    fn field(&mut self, block: &mut Vec<Node>) {
        let at = self.lender(Ty::Pair, false, block);
        let name = self.fresh("r");
        block.push(Node::stmt(format!("let {name} = &{}.a;", self.scope.name(at)), []));
        let guard = self.scope.declare(&name, Ty::Ref, false);
        // Not a number: only what is written here reads it.
        self.scope.vars[guard].live = false;
        self.scope.vars[guard].from = Some(at);
        self.scope.vars[at].lent += 1;
        let wait = self.number();
        block.push(Node::stmt(format!("log(add($, peek({name})));"), [wait]));
    }
}
