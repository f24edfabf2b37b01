//! Expressions of type `u32`.

use super::{Feature, Generator};
use crate::tree::{Node, Ty};

impl Generator {
    /// A number without parts.
    pub(super) fn leaf(&mut self) -> Node {
        let text = if self.chance(7) { self.local(Ty::Num) } else { None };
        let text = text.unwrap_or_else(|| self.literal());
        Node::expr(Ty::Num, text, [])
    }

    /// Any number.
    pub(super) fn number(&mut self) -> Node {
        if self.can_wait() && self.size > 0 && self.rng.usize(0..20) < self.waits {
            self.size -= 1;
            return if self.options.has(Feature::Delegates) && self.chance(1) {
                self.delegate()
            } else {
                self.wait()
            };
        }
        let opens = self.opens > 0 && self.can_wait() && self.can_act() && self.size > 2;
        if opens && self.rng.usize(0..10) < self.opens {
            self.size -= 2;
            self.depth += 1;
            let open = self.open_type();
            self.depth -= 1;
            if let Some(node) = open {
                return node;
            }
        }
        if !self.may_grow() {
            return self.leaf();
        }
        self.depth += 1;
        let node = match self.rng.u8(0..12) {
            0..3 => self.operator(),
            3..5 => self.call(),
            5..7 => self.aggregate(),
            7..9 => self.part_of_local(),
            9 => self.fallible(),
            _ => self.control(Ty::Num),
        };
        self.depth -= 1;
        node
    }

    pub(super) fn numbers<const N: usize>(&mut self) -> [Node; N] {
        std::array::from_fn(|_| self.number())
    }

    fn operator(&mut self) -> Node {
        let templates = ["($ + $)", "($ - $)", "($ * $)", "($ ^ $)", "($ << ($ % 4u32))"];
        let template = templates[self.rng.usize(0..templates.len())];
        let operands = self.numbers::<2>();
        Node::expr(Ty::Num, template, operands)
    }

    fn call(&mut self) -> Node {
        let one = ["side($)", "read(&$)", "boom($)", "*&$", "($ as u8 as u32)", "side($)"];
        let two = ["add($, $)", "$.wrapping_add($)", "$.max($)", "u32::min($, $)"];
        match self.rng.u8(0..10) {
            0..5 => {
                let template = one[self.rng.usize(0..one.len())];
                Node::expr(Ty::Num, template, [self.number()])
            }
            5..8 => {
                let template = two[self.rng.usize(0..two.len())];
                let operands = self.numbers::<2>();
                // A literal with a method needs its type, which it has; a cast or a sign needs parentheses.
                let template = template.replace("$.", "($).");
                Node::expr(Ty::Num, template, operands)
            }
            8 => {
                let flag = self.flag();
                Node::expr(Ty::Num, "($ as u32)", [flag])
            }
            _ => {
                let guard = self.guard();
                Node::expr(Ty::Num, "eat($)", [guard])
            }
        }
    }

    fn aggregate(&mut self) -> Node {
        let templates = [
            "($, $).1",
            "[$, $][1]",
            "(Point { x: $, y: $ }.x)",
            "(Point { y: $, ..Point { x: $, y: 3u32 } }.y)",
            "(($ % 4u32..$ % 6u32).count() as u32)",
            "(format!(\"{} {}\", $, $).len() as u32)",
            "vec![$, $].iter().sum::<u32>()",
            "[$, 1u32, 2u32][$ as usize % 3]",
        ];
        let template = templates[self.rng.usize(0..templates.len())];
        let shown = template.contains("format!");
        self.no_effect += usize::from(shown);
        let operands = self.numbers::<2>();
        self.no_effect -= usize::from(shown);
        if template.ends_with(['1', ']', ')']) && !self.options.has(Feature::ComputedPlaces) {
            return Node::expr(Ty::Num, format!("side({template})"), operands);
        }
        Node::expr(Ty::Num, template, operands)
    }

    /// Reads a local that is not a number.
    fn part_of_local(&mut self) -> Node {
        let readers: [(Ty, &str); 12] = [
            (Ty::Guard, "peek(&{})"),
            (Ty::Guard, "({}.id as u32)"),
            (Ty::Text, "({}.len() as u32)"),
            (Ty::Pair, "{}.b"),
            (Ty::Pair, "({}.a.id as u32)"),
            (Ty::Tuple, "{}.1"),
            (Ty::Guards, "({}.len() as u32)"),
            (Ty::Nums, "{}.iter().sum::<u32>()"),
            (Ty::Array, "{}[$ as usize % 3]"),
            (Ty::Cell, "{}.get()"),
            (Ty::Func, "{}($)"),
            (Ty::Ref, "*{}"),
        ];
        let known = readers
            .into_iter()
            .filter(|(ty, _)| !self.scope.of(*ty).is_empty())
            .collect::<Vec<_>>();
        let Some((ty, template)) = self.among(&known) else { return self.leaf() };
        let Some(name) = self.local(ty) else { return self.leaf() };
        let template = template.replace("{}", &name);
        if !template.contains('$') {
            return Node::expr(Ty::Num, template, []);
        }
        // The local is borrowed while the operand is evaluated.
        self.no_effect += 1;
        let operand = self.number();
        self.no_effect -= 1;
        Node::expr(Ty::Num, template, [operand])
    }

    /// `?`, and what stands for it where the function cannot return so.
    fn fallible(&mut self) -> Node {
        let returns = self.no_exit == 0;
        let template = match self.output {
            Ty::MaybeNum if returns => "maybe($)?",
            Ty::Checked if returns => "check($)?",
            _ => "maybe($).unwrap_or(9u32)",
        };
        Node::expr(Ty::Num, template, [self.number()])
    }
}
