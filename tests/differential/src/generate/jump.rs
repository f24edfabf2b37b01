//! What can be left, and the ways out of it.

use super::scope::Live;
use super::{Feature, Generator};
use crate::tree::{Node, Ty};

/// A loop or a labelled block around here.
pub(super) struct Target {
    pub(super) label: Option<String>,
    /// A block, which has no `continue`.
    pub(super) block: bool,
    /// What a `break` gives; `Unit` for none.
    pub(super) value: Ty,
    /// How many locals there were outside of it.
    pub(super) vars: usize,
    /// Which locals had a value at each `break`.
    pub(super) exits: Vec<Live>,
}

/// Which way out.
#[derive(Clone, Copy)]
enum Exit {
    Return,
    Break(usize),
    Continue(usize),
}

impl Generator {
    /// Begins something that can be left; one with a label can be from further inside.
    pub(super) fn enter(&mut self, block: bool, value: Ty) -> Option<String> {
        let label = (block || self.chance(4)).then(|| self.fresh("'l"));
        self.fork();
        let (vars, exits) = (self.scope.vars.len(), Vec::new());
        self.targets.push(Target { label: label.clone(), block, value, vars, exits });
        label
    }

    /// Ends it: what has no value at one of its `break`s has none behind it.
    pub(super) fn exit(&mut self) {
        let target = self.targets.pop().expect("was entered");
        self.join();
        self.scope.leave(target.vars);
        self.scope.meet_all(&target.exits);
    }

    fn exits(&self) -> Vec<Exit> {
        if self.no_exit > 0 {
            return Vec::new();
        }
        let mut exits = vec![Exit::Return];
        // A `break` without a label cannot cross a labelled block, nor stand in the head of a `while`.
        let innermost = self.targets.len().saturating_sub(1);
        for (at, target) in self.targets.iter().enumerate() {
            let bare = at == innermost && !target.block;
            if self.no_jump == 0 && (target.label.is_some() || bare) {
                exits.push(Exit::Break(at));
                if !target.block {
                    exits.push(Exit::Continue(at));
                }
            }
        }
        exits
    }

    /// An expression that leaves, if anything can be left.
    pub(super) fn leave(&mut self, ty: Ty) -> Option<Node> {
        let exits = self.exits();
        let exit = self.among(&exits)?;
        let name = |at: usize, this: &Self| match &this.targets[at].label {
            Some(label) => format!(" {label}"),
            None => String::new(),
        };
        let (word, value) = match exit {
            Exit::Return => ("return".to_owned(), self.output),
            Exit::Break(at) => (format!("break{}", name(at, self)), self.targets[at].value),
            Exit::Continue(at) => (format!("continue{}", name(at, self)), Ty::Unit),
        };
        let node = if value == Ty::Unit {
            // What follows a bare `break` may be read as its value.
            Node::expr(ty, if word == "break" { "(break)".to_owned() } else { word }, [])
        } else {
            let value = self.value(value);
            // `break 'a: { … }` could be read as either.
            Node::expr(
                ty,
                format!("{word} {}", if word.starts_with("break") { "($)" } else { "$" }),
                [value],
            )
        };
        if let Exit::Break(at) = exit {
            self.record_break(at);
        }
        Some(node)
    }

    /// What is behind the target may come from here.
    pub(super) fn record_break(&mut self, at: usize) {
        let mut live = self.scope.live();
        live.truncate(self.targets[at].vars);
        self.targets[at].exits.push(live);
    }

    /// A value, or now and then what leaves instead; whether it does.
    pub(super) fn value_or_exit(&mut self, ty: Ty) -> (Node, bool) {
        if self.options.has(Feature::JumpsInValues) && self.rng.u8(0..8) == 0 {
            let before = self.scope.live();
            if let Some(node) = self.leave(ty) {
                self.scope.restore(&before);
                return (node, true);
            }
        }
        (self.value(ty), false)
    }

    /// `'l: { …; value }`
    pub(super) fn labelled(&mut self, ty: Ty) -> Node {
        let label = self.enter(true, ty).unwrap_or_default();
        let mut children = self.few_stmts();
        children.push(self.value(ty));
        self.scope.leave(self.targets.last().map_or(0, |target| target.vars));
        self.exit();
        Node::expr(ty, format!("{label}: $"), [Node::block(children)])
    }
}
