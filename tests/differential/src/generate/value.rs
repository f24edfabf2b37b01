//! An expression of any type.

use super::{Feature, Generator};
use crate::body::Input;
use crate::tree::{Node, Ty};

impl Generator {
    pub(super) fn value(&mut self, ty: Ty) -> Node {
        let flat = usize::from(ty.drops() && !self.options.has(Feature::WaitingOwners));
        // A droppable input as it is waits for nothing else.
        if flat > 0
            && ty == Ty::Guard
            && self.input == Input::Guard
            && self.can_wait()
            && self.chance(3)
        {
            let (recv, children) = self.recv();
            return Node::expr(ty, recv, children);
        }
        self.no_wait += flat;
        let node = self.value_of(ty);
        self.no_wait -= flat;
        node
    }

    fn value_of(&mut self, ty: Ty) -> Node {
        match ty {
            Ty::Num => self.number(),
            Ty::Flag => self.flag(),
            Ty::Guard => self.guard(),
            _ if self.can_act() && self.rng.u8(0..8) == 0 && self.may_grow() => self.control(ty),
            _ => self.made(ty),
        }
    }

    fn made(&mut self, ty: Ty) -> Node {
        if self.chance(3)
            && ty != Ty::Func
            && ty != Ty::Ref
            && let Some(name) = self.take(ty)
        {
            return Node::expr(ty, name, []);
        }
        match ty {
            Ty::Unit => Node::expr(ty, "()", []),
            Ty::Text => self.string(),
            Ty::MaybeGuard => {
                let name = self.fresh("g");
                if self.chance(7) {
                    let operand = self.leaf();
                    return Node::expr(ty, format!("maybe_guard($, \"{name}\")"), [operand]);
                }
                let guard = self.guard();
                Node::expr(ty, "Some($)", [guard])
            }
            Ty::MaybeNum => Node::expr(ty, "maybe($)", [self.number()]),
            Ty::Checked => Node::expr(ty, "check($)", [self.number()]),
            Ty::Pair => {
                if self.chance(5) {
                    let operands = [self.guard(), self.number()];
                    return Node::expr(ty, "Pair { a: $, b: $ }", operands);
                }
                let operands = [self.number(), self.guard()];
                Node::expr(ty, "Pair { b: $, a: $ }", operands)
            }
            Ty::Tuple => {
                let operands = [self.guard(), self.number()];
                Node::expr(ty, "($, $)", operands)
            }
            Ty::Guards => {
                let operands = [self.guard(), self.guard()];
                Node::expr(ty, "vec![$, $]", operands)
            }
            Ty::Nums => Node::expr(ty, "vec![$, $, $]", self.numbers::<3>()),
            Ty::Array => Node::expr(ty, "[$, $, $]", self.numbers::<3>()),
            Ty::Cell => Node::expr(ty, "Cell::new($)", [self.number()]),
            Ty::Num | Ty::Flag | Ty::Guard | Ty::Func | Ty::Ref => self.leaf(),
        }
    }

    fn string(&mut self) -> Node {
        match self.rng.u8(0..4) {
            0 => Node::expr(Ty::Text, "String::from(\"st\")", []),
            1 => match self.local(Ty::Text) {
                Some(name) => Node::expr(Ty::Text, format!("{name}.clone()"), []),
                None => Node::expr(Ty::Text, "String::new()", []),
            },
            2 => Node::expr(Ty::Text, "$.to_string()", [self.leaf()]),
            _ => {
                self.no_effect += 1;
                let operands = self.numbers::<2>();
                self.no_effect -= 1;
                Node::expr(Ty::Text, "format!(\"{}:{}\", $, $)", operands)
            }
        }
    }

    /// A droppable value.
    pub(super) fn guard(&mut self) -> Node {
        let flat = usize::from(!self.options.has(Feature::WaitingOwners));
        self.no_wait += flat;
        let node = self.guard_of();
        self.no_wait -= flat;
        node
    }

    fn guard_of(&mut self) -> Node {
        if self.chance(4)
            && let Some(name) = self.take(Ty::Guard)
        {
            return Node::expr(Ty::Guard, name, []);
        }
        if self.no_drop > 0 || !self.may_grow() {
            return Node::expr(Ty::Guard, self.new_guard(), []);
        }
        self.depth += 1;
        let node = match self.rng.u8(0..10) {
            0 if self.can_wait() => {
                let name = self.fresh("g");
                let operand = self.wait();
                Node::expr(Ty::Guard, format!("guard(format!(\"{name} {{}}\", $))"), [operand])
            }
            1 => {
                let operands = [self.guard(), self.number()];
                Node::expr(Ty::Guard, "keep($, $)", operands)
            }
            2 if self.can_act() => self.control(Ty::Guard),
            3..5 if self.can_wait() && self.input == Input::Guard => {
                let (recv, children) = self.recv();
                Node::expr(Ty::Guard, recv, children)
            }
            _ => Node::expr(Ty::Guard, self.new_guard(), []),
        };
        self.depth -= 1;
        node
    }
}
