//! Statements.

use super::{Feature, Generator};
use crate::body::Input;
use crate::tree::{Node, Ty};

/// What a `let` may hold.
const HELD: [Ty; 19] = [
    Ty::Num,
    Ty::Num,
    Ty::Num,
    Ty::Num,
    Ty::Flag,
    Ty::Text,
    Ty::Guard,
    Ty::Guard,
    Ty::Guard,
    Ty::MaybeGuard,
    Ty::MaybeNum,
    Ty::Checked,
    Ty::Pair,
    Ty::Tuple,
    Ty::Guards,
    Ty::Nums,
    Ty::Array,
    Ty::Cell,
    Ty::Num,
];

impl Generator {
    /// Those of a function or a big block; their locals stay in scope.
    pub(super) fn stmts(&mut self) -> Vec<Node> {
        let count = self.rng.usize(2..7);
        self.some(count)
    }

    pub(super) fn few_stmts(&mut self) -> Vec<Node> {
        let count = self.rng.usize(0..3);
        self.some(count)
    }

    fn some(&mut self, count: usize) -> Vec<Node> {
        let mut stmts = Vec::new();
        for _ in 0..count {
            self.stmt(&mut stmts);
        }
        stmts
    }

    /// A block as a statement's body; the locals end with it.
    pub(super) fn inner(&mut self) -> Vec<Node> {
        let count = self.scope.vars.len();
        let stmts = self.open();
        self.scope.leave(count);
        stmts
    }

    /// The same, with more to come before its locals end.
    pub(super) fn open(&mut self) -> Vec<Node> {
        self.depth += 1;
        let amount = self.rng.usize(1..4);
        let stmts = self.some(amount);
        self.depth -= 1;
        stmts
    }

    fn stmt(&mut self, stmts: &mut Vec<Node>) {
        let deep = !self.may_grow();
        let choice = if deep { self.rng.u8(0..9) } else { self.rng.u8(0..24) };
        match choice {
            _ if self.no_drop > 0 => self.undroppable(choice, stmts),
            _ if self.batch && !deep && self.can_wait() && self.chance(2) => self.rounds(stmts),
            0..4 => self.local_stmt(stmts),
            4..6 => self.effect(stmts),
            6..8 => self.assign(stmts),
            8..11 => self.owned(stmts),
            11 => self.deferred(stmts),
            12..14 => self.repeat(stmts),
            14 => self.loop_value(stmts),
            15..17 => self.branch_stmt(stmts),
            17 => self.let_else(stmts),
            18 => self.handled(stmts),
            19 => self.closure(stmts),
            20 => self.plain_block(stmts),
            21..23 if self.options.has(Feature::Borrows) => self.lend(stmts),
            21 => self.maybe_leave(stmts),
            _ => self.match_stmt(stmts),
        }
    }

    /// One that holds nothing that is dropped.
    fn undroppable(&mut self, choice: u8, stmts: &mut Vec<Node>) {
        match choice {
            0..4 => {
                let value = self.number();
                self.bind(Ty::Num, value, stmts);
            }
            13..15 => self.while_counted(stmts),
            15..18 => self.branch_stmt(stmts),
            18..22 => self.handled(stmts),
            _ => self.effect(stmts),
        }
    }

    /// Declares a local for a value that is made.
    pub(super) fn bind(&mut self, ty: Ty, value: Node, stmts: &mut Vec<Node>) -> usize {
        let name = self.name_for(ty);
        let mutable = self.chance(6);
        let word = if mutable { "let mut" } else { "let" };
        let typed = if self.chance(3) { format!(": {}", ty.written()) } else { String::new() };
        stmts.push(Node::stmt(format!("{word} {name}{typed} = $;"), [value]));
        self.scope.declare(&name, ty, mutable)
    }

    fn local_stmt(&mut self, stmts: &mut Vec<Node>) {
        let ty = self.among(&HELD).unwrap_or(Ty::Num);
        let value = self.value(ty);
        self.bind(ty, value, stmts);
    }

    fn effect(&mut self, stmts: &mut Vec<Node>) {
        match self.rng.u8(0..7) {
            0 if self.can_wait() => {
                let (recv, children) = self.recv();
                let ignores =
                    self.options.has(Feature::IgnoredInputs) || self.input != Input::Guard;
                let template = if ignores && self.chance(5) { "let _ = " } else { "" };
                stmts.push(Node::stmt(format!("{template}{recv};"), children));
            }
            1 => {
                self.no_effect += 1;
                let operands = self.numbers::<2>();
                self.no_effect -= 1;
                stmts.push(Node::stmt("log(format!(\"{} {}\", $, $));", operands));
            }
            2 => {
                let operand = self.number();
                stmts.push(Node::stmt("assert!($ != 77u32);", [operand]));
            }
            3 => {
                let operand = self.number();
                stmts.push(Node::stmt("let _ = boom($);", [operand]));
            }
            _ => {
                let operand = self.number();
                stmts.push(Node::stmt("log($);", [operand]));
            }
        }
    }

    fn assign(&mut self, stmts: &mut Vec<Node>) {
        let arrays = self.scope.assignable(Ty::Array);
        if let Some(at) = self.among(&arrays)
            && self.chance(5)
        {
            let operator = self.among(&["=", "=", "+="]).unwrap_or("=");
            let waits = usize::from(!self.options.has(Feature::ComputedPlaces));
            self.no_wait += waits;
            let operands = self.numbers::<2>();
            self.no_wait -= waits;
            let name = self.scope.name(at);
            stmts.push(Node::stmt(format!("{name}[$ as usize % 3] {operator} $;"), operands));
            return;
        }
        let Some(at) = self.among(&self.scope.assignable(Ty::Num)) else {
            return self.effect(stmts);
        };
        let operator = self.among(&["=", "=", "+=", "+=", "^=", "*="]).unwrap_or("=");
        let value = self.number();
        let name = self.scope.name(at);
        stmts.push(Node::stmt(format!("{name} {operator} $;"), [value]));
    }

    /// `let x; if … { x = … } else { x = … }`
    fn deferred(&mut self, stmts: &mut Vec<Node>) {
        let owns = self.options.has(Feature::WaitingOwners) && self.chance(4);
        let ty = if owns { Ty::Guard } else { Ty::Num };
        let name = self.fresh("d");
        stmts.push(Node::stmt(format!("let {name};"), []));
        let head = self.flag();
        self.fork();
        let before = self.scope.live();
        let mut ends = Vec::new();
        let mut branches = vec![head];
        for _ in 0..2 {
            self.scope.restore(&before);
            let count = self.scope.vars.len();
            let mut inner = self.few_stmts();
            let value = self.value(ty);
            inner.push(Node::stmt(format!("{name} = $;"), [value]));
            self.scope.leave(count);
            ends.push(self.scope.live());
            branches.push(Node::block(inner));
        }
        self.scope.meet_all(&ends);
        self.join();
        stmts.push(Node::stmt("if $ $ else $", branches));
        self.scope.declare(&name, ty, false);
    }

    fn closure(&mut self, stmts: &mut Vec<Node>) {
        let captured = if self.chance(5) { self.take(Ty::Guard) } else { None };
        let name = self.fresh("f");
        let template = match captured {
            Some(guard) => format!("let {name} = move |z: u32| z + peek(&{guard});"),
            None => match self.local(Ty::Num) {
                Some(number) => format!("let {name} = move |z: u32| z ^ {number};"),
                None => format!("let {name} = |z: u32| side(z);"),
            },
        };
        stmts.push(Node::stmt(template, []));
        self.scope.declare(&name, Ty::Func, false);
    }

    fn plain_block(&mut self, stmts: &mut Vec<Node>) {
        if self.chance(5) {
            let inner = self.inner();
            stmts.push(Node::stmt("$", [Node::block(inner)]));
            return;
        }
        let label = self.enter(true, Ty::Unit).unwrap_or_default();
        let mut inner = self.open();
        self.maybe_leave(&mut inner);
        self.exit();
        stmts.push(Node::stmt(format!("{label}: $"), [Node::block(inner)]));
    }
}
