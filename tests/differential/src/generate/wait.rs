//! `recv!()`, and what makes a number of what came.

use super::Generator;
use crate::body::Input;
use crate::tree::{Node, Ty};

impl Generator {
    /// An input: the bare `recv!()`, or bound to the one name of all numbers.
    pub(super) fn recv(&mut self) -> (String, Vec<Node>) {
        let (recv, reply) = self.bare_recv();
        if self.one_name && self.input == Input::Num {
            let name = self.name_for(Ty::Num);
            return (format!("({{ let {name} = {recv}; {name} }})"), reply);
        }
        (recv, reply)
    }

    fn bare_recv(&mut self) -> (String, Vec<Node>) {
        if !self.reply {
            return ("recv!()".to_owned(), Vec::new());
        }
        let flat = usize::from(self.chance(9));
        self.no_wait += flat;
        let reply = if self.chance(6) { self.leaf() } else { self.number() };
        self.no_wait -= flat;
        ("recv!($)".to_owned(), vec![reply])
    }

    /// A number that is waited for. The cast shows that it borrows nothing from a borrowed input: what may, is not kept for
    /// its drop ("A macro sees no types" in the README).
    pub(super) fn wait(&mut self) -> Node {
        let (recv, children) = self.recv();
        match self.input {
            Input::Num => Node::expr(Ty::Num, recv, children),
            Input::Guard => Node::expr(Ty::Num, format!("eat({recv})"), children),
            Input::Str => match self.rng.u8(0..5) {
                0 => self.word_in_block(&recv, children),
                1 if self.can_act() => self.word_in_match(&recv, children),
                2 => Node::expr(Ty::Num, format!("({recv}.len() as u32)"), children),
                _ => Node::expr(Ty::Num, format!("(word({recv}) as u32)"), children),
            },
        }
    }

    /// A number that an inner consumer adds up; it may need no input for that.
    pub(super) fn delegate(&mut self) -> Node {
        let operands =
            if self.chance(5) { [self.leaf(), self.leaf()] } else { self.numbers::<2>() };
        Node::expr(Ty::Num, "delegate!(inner($, $))", operands)
    }

    /// The borrowed input has a name, until the next wait.
    fn word_in_block(&mut self, recv: &str, mut children: Vec<Node>) -> Node {
        self.no_wait += 1;
        children.push(self.number());
        self.no_wait -= 1;
        let template = format!("{{ let s = {recv}; (add($, word(s)) as u32) }}");
        Node::expr(Ty::Num, template, children)
    }

    /// The arms that do not name the input may wait.
    fn word_in_match(&mut self, recv: &str, mut children: Vec<Node>) -> Node {
        let mut arms = self.arms(&["\"a\" => $,", "\"bb\" | \"\" => $,"], Ty::Num);
        arms.push(Node::part("s => word(s) as u32,", []));
        children.push(Node::block(arms));
        Node::expr(Ty::Num, format!("match {recv} $"), children)
    }
}
