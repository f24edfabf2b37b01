//! Loops that wait at the start of each round, with locals that a round hands on to the next: those that the option `batch`
//! runs over a slice.

use super::Generator;
use crate::tree::{Node, Sort, Ty};

/// What becomes of a number `{}` in a round, of the input `w`.
const NUMBERS: [&str; 5] =
    ["{} = add({}, w);", "{} += w;", "{} = side(w);", "if w > 4u32 { {} ^= 1u32; }", "log({});"];

impl Generator {
    /// A loop, and the locals that are given anew in its rounds.
    pub(super) fn rounds(&mut self, stmts: &mut Vec<Node>) {
        if !self.can_wait() {
            return self.while_counted(stmts);
        }
        let (head, mut first, item) = self.round_head(stmts);
        let number = self.fresh("c");
        let initial = self.leaf();
        stmts.push(Node::stmt(format!("let mut {number} = $;"), [initial]));
        self.scope.declare(&number, Ty::Num, true);
        if self.chance(3) {
            first.push(Node::stmt(format!("let _h = {};", self.new_guard()), []));
        }
        let guard = self.chance(5).then(|| self.fresh("c"));
        if let Some(guard) = &guard {
            stmts.push(Node::stmt(format!("let mut {guard} = {};", self.new_guard()), []));
            self.scope.declare(guard, Ty::Guard, true);
            self.renewed(guard, &mut first);
        } else {
            first.push(self.input_of_round());
        }
        for _ in 0..self.rng.usize(0..3) {
            let template = NUMBERS[self.rng.usize(0..NUMBERS.len())];
            first.push(Node::stmt(template.replace("{}", &number), []));
        }
        if self.chance(2) {
            first.push(Node::stmt("let _ = boom(w);", []));
        }
        let item = item.iter().map(|(name, ty)| (name.as_str(), *ty));
        let bound = item.chain([("w", Ty::Num)]).collect::<Vec<_>>();
        self.looped(&head, Vec::new(), first, &bound, stmts);
    }

    /// What repeats, with its counter or its item.
    fn round_head(&mut self, stmts: &mut Vec<Node>) -> (String, Vec<Node>, Option<(String, Ty)>) {
        let name = self.fresh("k");
        match self.rng.u8(0..7) {
            0..3 => ("loop $".to_owned(), Vec::new(), None),
            3 => (format!("for {name} in 0u32..4u32 $"), Vec::new(), Some((name, Ty::Num))),
            4 => {
                let guards = [self.new_guard(), self.new_guard(), self.new_guard()].join(", ");
                let head = format!("for {name} in vec![{guards}] $");
                (head, Vec::new(), Some((name, Ty::Guard)))
            }
            _ => {
                stmts.push(Node::part(format!("let mut {name} = 0u32;"), []));
                let step = Node::part(format!("{name} = fuel({name});"), []);
                (format!("while {name} < 6u32 $"), vec![step], None)
            }
        }
    }

    /// `let w = recv!();`, which nothing may take the place of, or a `loop` would not end.
    fn input_of_round(&mut self) -> Node {
        self.scope.loops += 1;
        self.no_exit += 1;
        let wait = Node { sort: Sort::Part, ..self.wait() };
        self.no_exit -= 1;
        self.scope.loops -= 1;
        Node::part("let w = $;", [wait])
    }

    /// Waits, and gives a guard of the round before up for another: before it waits, behind that, or in some rounds only.
    fn renewed(&mut self, guard: &str, first: &mut Vec<Node>) {
        let new = self.fresh("g");
        let again = format!("{guard} = guard(format!(\"{new} {{w}}\"));");
        match self.rng.u8(0..3) {
            0 => {
                // It is gone while the body waits: the input may not be made of it.
                first.push(Node::part(format!("drop({guard});"), []));
                let at = self.scope.vars.len() - 1;
                self.scope.vars[at].live = false;
                first.push(self.input_of_round());
                self.scope.vars[at].live = true;
                first.push(Node::part(again, []));
            }
            1 => {
                first.push(self.input_of_round());
                first.push(Node::stmt(again, []));
            }
            _ => {
                first.push(self.input_of_round());
                first.push(Node::stmt(format!("if w % 2u32 == 0u32 {{ {again} }}"), []));
            }
        }
    }
}
