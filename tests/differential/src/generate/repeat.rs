//! Loops. Each iteration waits or counts, so that all of them end.

use super::{Feature, Generator};
use crate::tree::{Node, Sort, Ty};

impl Generator {
    pub(super) fn repeat(&mut self, stmts: &mut Vec<Node>) {
        match self.rng.u8(0..9) {
            0..2 => self.while_counted(stmts),
            2 => self.while_let_wait(stmts),
            3 => self.while_let_pop(stmts),
            4..6 => self.for_range(stmts),
            6 => self.for_owned(stmts),
            _ if self.can_wait() => self.loop_waiting(stmts),
            _ => self.while_counted(stmts),
        }
    }

    /// Puts a loop around statements; those of `first` come before anything that could go on to the next iteration.
    pub(super) fn looped(
        &mut self,
        head: &str,
        mut parts: Vec<Node>,
        first: Vec<Node>,
        bound: &[(&str, Ty)],
        stmts: &mut Vec<Node>,
    ) {
        let before = self.scope.live();
        let label = self.enter(false, Ty::Unit);
        self.scope.loops += 1;
        for (name, ty) in bound {
            self.scope.declare(name, *ty, false);
        }
        let mut inner = first;
        if head.starts_with("loop") && !self.options.has(Feature::EndlessLoops) {
            let leave = Node::part("if w > 6u32 { break }", []);
            inner.push(leave);
            self.record_break(self.targets.len() - 1);
        }
        inner.extend(self.open());
        if self.batch && self.chance(3) && self.may_grow() {
            self.rounds(&mut inner);
        }
        self.maybe_leave(&mut inner);
        self.scope.loops -= 1;
        self.exit();
        self.scope.meet(&before);
        let label = label.map(|label| format!("{label}: ")).unwrap_or_default();
        parts.push(Node::block(inner));
        stmts.push(Node::stmt(format!("{label}{head}"), parts));
    }

    pub(super) fn while_counted(&mut self, stmts: &mut Vec<Node>) {
        let counter = self.fresh("k");
        stmts.push(Node::part(format!("let mut {counter} = 0u32;"), []));
        let step = Node::part(format!("{counter} = fuel({counter});"), []);
        if self.chance(5) {
            return self.looped(
                &format!("while {counter} < 3u32 $"),
                vec![],
                vec![step],
                &[],
                stmts,
            );
        }
        self.scope.loops += 1;
        self.no_jump += 1;
        let flag = self.flag();
        self.no_jump -= 1;
        self.scope.loops -= 1;
        let head = format!("while {counter} < 4u32 && $ $");
        self.looped(&head, vec![flag], vec![step], &[], stmts);
    }

    fn while_let_wait(&mut self, stmts: &mut Vec<Node>) {
        if !self.can_wait() {
            return self.while_counted(stmts);
        }
        self.scope.loops += 1;
        self.no_jump += 1;
        let wait = Node { sort: Sort::Part, ..self.wait() };
        self.no_jump -= 1;
        self.scope.loops -= 1;
        self.looped("while let Some(w) = maybe($) $", vec![wait], vec![], &[("w", Ty::Num)], stmts);
    }

    /// Nothing is put back: the vector is in nobody's hands in the loop.
    fn while_let_pop(&mut self, stmts: &mut Vec<Node>) {
        let ty = if self.chance(5) { Ty::Nums } else { Ty::Guards };
        let item = if ty == Ty::Nums { Ty::Num } else { Ty::Guard };
        let name = self.fresh("s");
        let value = self.value(ty);
        stmts.push(Node::stmt(format!("let mut {name} = $;"), [value]));
        let at = self.scope.declare(&name, ty, false);
        self.scope.vars[at].lent += 1;
        let head = format!("while let Some(w) = {name}.pop() $");
        self.looped(&head, vec![], vec![], &[("w", item)], stmts);
        self.scope.vars[at].lent -= 1;
    }

    fn for_range(&mut self, stmts: &mut Vec<Node>) {
        let heads = [
            "for w in 0u32..($ % 4u32) $",
            "for w in [1u32, $] $",
            "for w in ($ % 3u32..=3u32).rev() $",
            "for w in vec![$, 7u32] $",
        ];
        let head = heads[self.rng.usize(0..heads.len())];
        let bound = self.number();
        self.looped(head, vec![bound], vec![], &[("w", Ty::Num)], stmts);
    }

    /// The rest of the iterator is dropped when the loop is left.
    fn for_owned(&mut self, stmts: &mut Vec<Node>) {
        let (head, parts, bound): (_, _, &[_]) = match self.take(Ty::Guards) {
            Some(name) => (format!("for w in {name} $"), vec![], &[("w", Ty::Guard)]),
            None => match self.local(Ty::Nums) {
                Some(name) => {
                    (format!("for (_, w) in {name}.clone().into_iter().enumerate() $"), vec![], {
                        &[("w", Ty::Num)]
                    })
                }
                None => ("for w in $ $".to_owned(), vec![self.value(Ty::Nums)], &[("w", Ty::Num)]),
            },
        };
        self.looped(&head, parts, vec![], bound, stmts);
    }

    pub(super) fn loop_waiting(&mut self, stmts: &mut Vec<Node>) {
        self.scope.loops += 1;
        self.no_jump += 1;
        // Nothing else may come in its place, or the loop would not end.
        let wait = Node { sort: Sort::Part, ..self.wait() };
        self.no_jump -= 1;
        self.scope.loops -= 1;
        let endless = self.options.has(Feature::EndlessLoops);
        let first = match self.among(&self.scope.assignable(Ty::Num)) {
            Some(at) if endless && self.chance(5) => {
                Node::part(format!("{} = $;", self.scope.name(at)), [wait])
            }
            _ => Node::part("let w = $;", [wait]),
        };
        // Without a loop's value, nothing behind it may be reachable: that is for Rust, and the macro, to see.
        let bound: &[_] = if first.template.starts_with("let") { &[("w", Ty::Num)] } else { &[] };
        self.looped("loop $", vec![], vec![first], bound, stmts);
    }

    /// `let x = loop { …; if … { break value } }`
    pub(super) fn loop_value(&mut self, stmts: &mut Vec<Node>) {
        let ty = self.among(&[Ty::Num, Ty::Num, Ty::Guard, Ty::Text]).unwrap_or(Ty::Num);
        let counter = self.fresh("k");
        stmts.push(Node::part(format!("let mut {counter} = 0u32;"), []));
        let before = self.scope.live();
        let label = self.enter(false, ty);
        self.scope.loops += 1;
        let mut inner = vec![Node::part(format!("{counter} = fuel({counter});"), [])];
        let value = self.value(ty);
        let leave = vec![Node::expr(Ty::Unit, "break ($)", [value])];
        inner.push(Node::part(format!("if {counter} > 2u32 $"), [Node::block(leave)]));
        inner.extend(self.open());
        self.maybe_leave(&mut inner);
        self.scope.loops -= 1;
        self.exit();
        self.scope.meet(&before);
        let label = label.map(|label| format!("{label}: ")).unwrap_or_default();
        let node = Node::expr(ty, format!("{label}loop $"), [Node::block(inner)]);
        if self.options.has(Feature::JumpsInValues) {
            self.bind(ty, node, stmts);
        } else {
            // A name of its own: that of a local in the loop is another such thing to be left out.
            let name = self.fresh("x");
            stmts.push(Node::stmt(format!("let mut {name} = $;"), [node]));
            self.scope.declare(&name, ty, true);
        }
    }

    /// `if … { break }`, or another way out.
    pub(super) fn maybe_leave(&mut self, stmts: &mut Vec<Node>) {
        let flag = self.flag();
        self.fork();
        let before = self.scope.live();
        let count = self.scope.vars.len();
        let mut inner = Vec::new();
        if self.options.has(Feature::ConditionalMoves)
            && self.chance(3)
            && self.no_exit == 0
            && let Some(name) = self.take(Ty::Guard)
        {
            inner.push(Node::stmt(format!("drop({name});"), []));
        }
        if let Some(leave) = self.leave(Ty::Unit) {
            inner.push(leave);
            self.scope.restore(&before);
        } else {
            inner.push(Node::stmt("log(1u32);", []));
        }
        self.join();
        self.scope.leave(count);
        stmts.push(Node::stmt("if $ $", [flag, Node::block(inner)]));
    }
}
