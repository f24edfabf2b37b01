//! Conditions.

use super::Generator;
use crate::tree::{Node, Ty};

impl Generator {
    pub(super) fn flag(&mut self) -> Node {
        if !self.may_grow() {
            return self.comparison();
        }
        self.depth += 1;
        let node = match self.rng.u8(0..8) {
            0 => {
                let left = self.flag();
                self.fork();
                let right = self.flag();
                self.join();
                Node::expr(Ty::Flag, "($ && $)", [left, right])
            }
            1 => {
                let left = self.flag();
                self.fork();
                let right = self.flag();
                self.join();
                Node::expr(Ty::Flag, "($ || $)", [left, right])
            }
            2 => {
                let operand = self.flag();
                Node::expr(Ty::Flag, "!$", [operand])
            }
            3 => {
                let operand = self.number();
                Node::expr(Ty::Flag, "matches!($, 1u32 | 3u32..=5u32)", [operand])
            }
            4 => {
                let operand = self.number();
                Node::expr(Ty::Flag, "maybe($).is_some()", [operand])
            }
            _ => self.comparison(),
        };
        self.depth -= 1;
        node
    }

    fn comparison(&mut self) -> Node {
        let templates = ["($ % 2u32 == 0u32)", "($ > 3u32)", "($ != 2u32)"];
        let template = templates[self.rng.usize(0..templates.len())];
        Node::expr(Ty::Flag, template, [self.number()])
    }
}
