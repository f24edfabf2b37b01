//! `if`, `match` and blocks as values, of any type.

use super::{Feature, Generator};
use crate::tree::{Node, Ty};

impl Generator {
    /// A value by control flow. The head was evaluated before the branches, of which one is.
    pub(super) fn control(&mut self, ty: Ty) -> Node {
        let flat = usize::from(!self.options.has(Feature::WaitingBranches));
        self.no_wait += flat;
        let node = self.control_of(ty);
        self.no_wait -= flat;
        node
    }

    fn control_of(&mut self, ty: Ty) -> Node {
        match self.rng.u8(0..9) {
            0..2 => {
                let flag = self.flag();
                let [then, other] = self.two(ty);
                Node::expr(ty, "(if $ { $ } else { $ })", [flag, then, other])
            }
            2..4 => self.match_number(ty),
            4 => self.match_pair(ty),
            5 => {
                let head = self.number();
                let template = ["Some(w) => $,", "None => $,"];
                let arms = self.arms(&template, ty);
                Node::expr(ty, "match maybe($) $", [head, Node::block(arms)])
            }
            6 => self.if_let(ty),
            _ if self.can_act() => self.block_value(ty),
            _ => self.match_number(ty),
        }
    }

    /// Values of which one is made.
    fn two(&mut self, ty: Ty) -> [Node; 2] {
        self.fork();
        let before = self.scope.live();
        let then = self.value(ty);
        let after = self.scope.live();
        self.scope.restore(&before);
        let (other, leaves) = self.value_or_exit(ty);
        if leaves {
            self.scope.restore(&after);
        } else {
            self.scope.meet(&after);
        }
        self.join();
        [then, other]
    }

    /// Arms with a value each, of which one runs.
    pub(super) fn arms(&mut self, templates: &[&str], ty: Ty) -> Vec<Node> {
        self.fork();
        let before = self.scope.live();
        let mut ends = Vec::new();
        let mut arms = Vec::new();
        for template in templates {
            // One arm at least has a value: of nothing but exits, the type is not known.
            let last = !template.contains("u32") && template.starts_with(['w', '_', 'N']);
            self.scope.restore(&before);
            let count = self.scope.vars.len();
            for name in ["w", "v"] {
                let binds = [format!("({name})"), format!("({name} @"), format!(", {name})")];
                if binds.iter().any(|binds| template.contains(binds)) || template.starts_with(name)
                {
                    self.scope.declare(name, Ty::Num, false);
                }
            }
            let (value, leaves) =
                if last { (self.value(ty), false) } else { self.value_or_exit(ty) };
            self.scope.leave(count);
            if !leaves {
                ends.push(self.scope.live());
            }
            arms.push(Node::part(*template, [value]));
        }
        self.scope.restore(&before);
        self.scope.meet_all(&ends);
        self.join();
        arms
    }

    fn match_number(&mut self, ty: Ty) -> Node {
        let head = self.number();
        let mut arms = self.arms(&["0u32 => $,", "1u32 | 2u32 => $,"], ty);
        if self.chance(5) {
            arms.push(self.guarded_arm(ty));
        }
        arms.extend(self.arms(&["w => $,"], ty));
        Node::expr(ty, "match $ $", [head, Node::block(arms)])
    }

    /// The guard sees the binding; it may wait if that is asked for.
    fn guarded_arm(&mut self, ty: Ty) -> Node {
        let waits = usize::from(!self.options.has(Feature::MatchGuards));
        let count = self.scope.vars.len();
        self.scope.declare("v", Ty::Num, false);
        self.no_wait += waits;
        self.no_effect += 1;
        let guard = self.flag();
        self.no_effect -= 1;
        self.no_wait -= waits;
        let before = self.scope.live();
        self.fork();
        let (value, leaves) = self.value_or_exit(ty);
        self.join();
        if leaves {
            self.scope.restore(&before);
        }
        self.scope.leave(count);
        Node::part("v @ 3u32..=9u32 if $ => $,", [guard, value])
    }

    fn match_pair(&mut self, ty: Ty) -> Node {
        let [one, two] = self.numbers::<2>();
        let arms = ["(0u32, _) => $,", "(w @ (1u32 | 5u32), _) => $,", "(_, v) if v > 2u32 => $,"];
        let mut arms = self.arms(&arms, ty);
        arms.extend(self.arms(&["_ => $,"], ty));
        Node::expr(ty, "match ($, $) $", [one, two, Node::block(arms)])
    }

    fn if_let(&mut self, ty: Ty) -> Node {
        let head = self.number();
        let count = self.scope.vars.len();
        self.scope.declare("w", Ty::Num, false);
        let chained = self.chance(5).then(|| self.flag());
        self.fork();
        let before = self.scope.live();
        let then = self.value(ty);
        let after = self.scope.live();
        self.scope.leave(count);
        self.scope.restore(&before);
        let (other, leaves) = self.value_or_exit(ty);
        if leaves {
            self.scope.restore(&after);
        } else {
            self.scope.meet(&after);
        }
        self.join();
        match chained {
            Some(flag) => {
                let parts = [head, flag, then, other];
                Node::expr(ty, "(if let Some(w) = maybe($) && $ { $ } else { $ })", parts)
            }
            None => {
                Node::expr(ty, "(if let Some(w) = maybe($) { $ } else { $ })", [head, then, other])
            }
        }
    }

    /// `{ …; value }`, or one that is broken out of.
    fn block_value(&mut self, ty: Ty) -> Node {
        if self.options.has(Feature::LabelledValues) && self.chance(3) {
            return self.labelled(ty);
        }
        let count = self.scope.vars.len();
        let stays = usize::from(!self.options.has(Feature::JumpsInValues));
        self.no_exit += stays;
        let mut children = self.few_stmts();
        self.no_exit -= stays;
        children.push(self.value(ty));
        self.scope.leave(count);
        Node::expr(ty, "$", [Node::block(children)])
    }
}
