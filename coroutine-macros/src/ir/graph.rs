//! Walks over the blocks of a body.

use super::index::Index;
use super::{BasicBlock, BlockId, Body, Effects, ScopeId, Suspension, Terminator};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

impl Terminator {
    /// Every block that control may go to without suspending.
    pub(crate) fn successors(&self) -> Vec<BlockId> {
        match self {
            Terminator::Unreachable | Terminator::Suspend { .. } | Terminator::Return { .. } => {
                Vec::new()
            }
            Terminator::Goto(target) | Terminator::Receive { resume: target, .. } => vec![*target],
            Terminator::If { then, otherwise, .. } => vec![*then, *otherwise],
            Terminator::Match { arms, .. } => arms.iter().map(|arm| arm.target).collect(),
            Terminator::Exec { exits, next, .. } => exits.iter().copied().chain([*next]).collect(),
        }
    }
}

impl Terminator {
    /// The suspension where the machine may come to wait.
    pub(crate) fn waits(&self) -> Option<Suspension> {
        match self {
            Terminator::Suspend { suspension, .. } | Terminator::Receive { suspension, .. } => {
                Some(*suspension)
            }
            _ => None,
        }
    }

    pub(crate) fn effects(&self) -> Option<&Effects> {
        match self {
            Terminator::If { effects, .. }
            | Terminator::Match { effects, .. }
            | Terminator::Exec { effects, .. }
            | Terminator::Return { effects, .. } => Some(effects),
            Terminator::Goto(_)
            | Terminator::Suspend { .. }
            | Terminator::Receive { .. }
            | Terminator::Unreachable => None,
        }
    }

    pub(crate) fn targets_mut(&mut self) -> Vec<&mut BlockId> {
        match self {
            Terminator::Unreachable | Terminator::Suspend { .. } | Terminator::Return { .. } => {
                Vec::new()
            }
            Terminator::Goto(target) | Terminator::Receive { resume: target, .. } => vec![target],
            Terminator::If { then, otherwise, .. } => vec![then, otherwise],
            Terminator::Match { arms, .. } => arms.iter_mut().map(|arm| &mut arm.target).collect(),
            Terminator::Exec { exits, next, .. } => exits.iter_mut().chain([next]).collect(),
        }
    }
}

impl BasicBlock {
    /// The effects of each statement, and last of the terminator.
    pub(crate) fn pieces<'b>(&'b self, body: &'b Body) -> Vec<&'b Effects> {
        let terminator = match &self.terminator {
            Terminator::Suspend { suspension, .. } | Terminator::Receive { suspension, .. } => {
                &body.suspensions[*suspension].effects
            }
            terminator => terminator.effects().unwrap_or(&NOTHING),
        };
        self.statements.iter().map(|statement| &statement.effects).chain([terminator]).collect()
    }
}

static NOTHING: Effects = Effects::nothing();

impl Body {
    /// Whether some way from a block on waits once more.
    pub(crate) fn may_wait(&self, block: BlockId) -> bool {
        let next = |block: BlockId| self.blocks[block].terminator.successors();
        let waits = |block: &BlockId| self.blocks[*block].terminator.waits().is_some();
        self.reverse_postorder([block], next).iter().any(waits)
    }

    /// Leads every jump to an empty block on to where that one goes.
    pub(crate) fn thread(&mut self) {
        let ends: Vec<BlockId> = self.blocks.indices().map(|block| self.end_of(block)).collect();
        for block in self.blocks.indices() {
            for target in self.blocks[block].terminator.targets_mut() {
                *target = ends[target.index()];
            }
        }
        for suspension in self.suspensions.indices() {
            let resume = &mut self.suspensions[suspension].resume;
            *resume = ends[resume.index()];
        }
    }

    fn end_of(&self, block: BlockId) -> BlockId {
        let mut at = block;
        // An empty loop leads to itself: as many steps as there are blocks are enough to know.
        for _ in 0..self.blocks.len() {
            match self.blocks[at].terminator {
                // Entering a scope is not skipped: it is where the locals of the last time around are gone.
                Terminator::Goto(next)
                    if self.blocks[at].statements.is_empty()
                        && self.blocks[at].taken.is_empty()
                        && self.is_within(self.blocks[at].scope, self.blocks[next].scope) =>
                {
                    at = next;
                }
                _ => break,
            }
        }
        at
    }

    /// Every block that control may go to next, over a suspension too.
    pub(crate) fn successors(&self, block: BlockId) -> Vec<BlockId> {
        match self.blocks[block].terminator {
            Terminator::Suspend { suspension, .. } => vec![self.suspensions[suspension].resume],
            ref terminator => terminator.successors(),
        }
    }

    /// The blocks that can be reached from `roots`, each after at least one block that leads to it
    /// and, loops aside, after all of them.
    pub(crate) fn reverse_postorder(
        &self,
        roots: impl IntoIterator<Item = BlockId>,
        successors: impl Fn(BlockId) -> Vec<BlockId>,
    ) -> Vec<BlockId> {
        let mut seen = vec![false; self.blocks.len()];
        let mut postorder = Vec::new();
        for root in roots {
            if std::mem::replace(&mut seen[root.index()], true) {
                continue;
            }
            // An explicit stack: a long body must not overflow the compiler's own.
            let mut stack = vec![(root, successors(root))];
            while let Some((block, rest)) = stack.last_mut() {
                // The last successor first, so that the reversed order is the order of the source.
                if let Some(next) = rest.pop() {
                    if !std::mem::replace(&mut seen[next.index()], true) {
                        stack.push((next, successors(next)));
                    }
                } else {
                    postorder.push(*block);
                    stack.pop();
                }
            }
        }
        postorder.reverse();
        postorder
    }

    /// For each block a number that is the same for those that lead to one another, over suspensions too, and greater for those that
    /// they lead to: what stands behind a loop comes behind all of it.
    pub(crate) fn components(&self, order: &[BlockId]) -> HashMap<BlockId, usize> {
        let mut predecessors: HashMap<BlockId, Vec<BlockId>> = HashMap::new();
        for &block in order {
            for next in self.successors(block) {
                predecessors.entry(next).or_default().push(block);
            }
        }
        let mut components = HashMap::new();
        for (component, &block) in order.iter().enumerate() {
            let mut todo = vec![block];
            while let Some(block) = todo.pop() {
                if let Entry::Vacant(entry) = components.entry(block) {
                    entry.insert(component);
                    todo.extend(predecessors.get(&block).into_iter().flatten());
                }
            }
        }
        components
    }

    /// Whether something of scope `inner` is in scope in `outer` or a scope inside of it.
    pub(crate) fn is_within(&self, inner: ScopeId, outer: ScopeId) -> bool {
        self.scopes_from(inner).any(|scope| scope == outer)
    }

    /// `scope` and those around it, innermost first.
    pub(crate) fn scopes_from(&self, scope: ScopeId) -> impl Iterator<Item = ScopeId> {
        std::iter::successors(Some(scope), |scope| self.scopes[*scope].parent)
    }
}
