//! What becomes of droppable locals: dropped, moved, taken apart, given again.

use super::{Feature, Generator};
use crate::tree::{Node, Ty};

impl Generator {
    pub(super) fn owned(&mut self, stmts: &mut Vec<Node>) {
        match self.rng.u8(0..9) {
            0..2 => self.drop_one(stmts),
            2..4 => self.give_again(stmts),
            4 => self.drop_and_give_again(stmts),
            5 => self.take_apart(stmts),
            6 => self.grow(stmts),
            7 => self.take_from_option(stmts),
            _ => self.ignore(stmts),
        }
    }

    fn drop_one(&mut self, stmts: &mut Vec<Node>) {
        let types = [Ty::Guard, Ty::Guard, Ty::MaybeGuard, Ty::Pair, Ty::Tuple, Ty::Guards];
        let ty = self.among(&types).unwrap_or(Ty::Guard);
        if self.options.has(Feature::ConditionalMoves) && self.chance(4) {
            // On one way only.
            let flag = self.flag();
            if let Some(name) = self.take(ty) {
                let inner = vec![Node::stmt(format!("drop({name});"), [])];
                stmts.push(Node::stmt("if $ $", [flag, Node::block(inner)]));
            } else {
                stmts.push(Node::stmt("log($);", [flag]));
            }
        } else if let Some(name) = self.take(ty) {
            stmts.push(Node::stmt(format!("drop({name});"), []));
        }
    }

    fn give_again(&mut self, stmts: &mut Vec<Node>) {
        // Also what was moved before.
        let gone = |at: &usize| {
            let var = &self.scope.vars[*at];
            let again = self.options.has(Feature::ConditionalMoves)
                || var.live
                || var.loops == self.scope.loops;
            let free = var.mutable && var.lent == 0 && !self.scope.shadowed(*at);
            var.ty == Ty::Guard && free && again
        };
        let given = (0..self.scope.vars.len()).filter(gone).collect::<Vec<_>>();
        let Some(at) = self.among(&given) else { return self.drop_one(stmts) };
        let value = self.guard();
        let name = self.scope.name(at);
        stmts.push(Node::stmt(format!("{name} = $;"), [value]));
        self.scope.vars[at].live = true;
    }

    /// In a loop too: nothing leaves in between.
    fn drop_and_give_again(&mut self, stmts: &mut Vec<Node>) {
        let Some(at) = self.among(&self.scope.assignable(Ty::Guard)) else {
            return self.drop_one(stmts);
        };
        let name = self.scope.name(at);
        self.scope.vars[at].live = false;
        self.no_exit += 1;
        let between = self.number();
        let value = self.guard();
        self.no_exit -= 1;
        self.scope.vars[at].live = true;
        stmts.push(Node::stmt(format!("drop({name});"), []));
        stmts.push(Node::stmt("log($);", [between]));
        stmts.push(Node::stmt(format!("{name} = $;"), [value]));
    }

    /// Binds every part that is droppable.
    fn take_apart(&mut self, stmts: &mut Vec<Node>) {
        let ty = if self.chance(5) { Ty::Pair } else { Ty::Tuple };
        if ty == Ty::Pair
            && self.options.has(Feature::PartialMoves)
            && self.chance(5)
            && let Some(at) = self.among(&self.scope.movable(ty))
        {
            // A partial move: the other part can still be read.
            let name = self.scope.name(at);
            self.scope.vars[at].partial = true;
            stmts.push(Node::stmt(format!("drop({name}.a);"), []));
            let wait = self.number();
            stmts.push(Node::stmt(format!("log(add($, {name}.b));"), [wait]));
            return;
        }
        let value = self.value(ty);
        let [guard, number] = [self.name_for(Ty::Guard), self.fresh("m")];
        let pattern = match ty {
            Ty::Pair => format!("Pair {{ a: {guard}, b: {number} }}"),
            _ => format!("({guard}, mut {number})"),
        };
        stmts.push(Node::stmt(format!("let {pattern} = $;"), [value]));
        self.scope.declare(&guard, Ty::Guard, false);
        self.scope.declare(&number, Ty::Num, ty == Ty::Tuple);
    }

    fn grow(&mut self, stmts: &mut Vec<Node>) {
        let ty = if self.chance(5) { Ty::Nums } else { Ty::Guards };
        let Some(at) = self.among(&self.scope.assignable(ty)) else { return self.drop_one(stmts) };
        let name = self.scope.name(at);
        self.no_effect += 1;
        let value = if ty == Ty::Nums { self.number() } else { self.guard() };
        self.no_effect -= 1;
        stmts.push(Node::stmt(format!("{name}.push($);"), [value]));
    }

    fn take_from_option(&mut self, stmts: &mut Vec<Node>) {
        let Some(at) = self.among(&self.scope.assignable(Ty::MaybeGuard)) else {
            let value = self.value(Ty::MaybeGuard);
            self.bind(Ty::MaybeGuard, value, stmts);
            return;
        };
        let name = self.scope.name(at);
        if self.chance(5) {
            let value = self.guard();
            stmts.push(Node::stmt(format!("{name} = Some($);"), [value]));
        } else {
            stmts.push(Node::stmt(format!("drop({name}.take());"), []));
        }
    }

    /// Dropped at once: by a statement, or by `_`.
    fn ignore(&mut self, stmts: &mut Vec<Node>) {
        let value = self.guard();
        let template = if self.chance(5) { "let _ = keep($, 0u32);" } else { "$;" };
        stmts.push(Node::stmt(template, [value]));
    }
}
