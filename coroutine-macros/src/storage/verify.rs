//! Whether a segment can be printed: the labelled block before the target of each jump is around it, and what is named is in scope.
//!
//! `place` sees to that. Where it fails on some graph that nobody thought of, the target becomes a join instead, or a loop that waits is
//! not one of `feed`.

use super::segment::{Facts, Segment, is_leaf};
use crate::ir::{BlockId, Body, Effects, Local, Terminator};

/// A walk over a segment as `emit` prints it.
pub(super) struct Walk<'s> {
    pub(super) body: &'s Body,
    pub(super) segment: &'s Segment,
    /// What stands behind the labelled blocks around the current place.
    open: Vec<BlockId>,
    loops: Vec<BlockId>,
    /// The blocks around the current place: none of them stands inside of itself.
    around: Vec<BlockId>,
    missing: Option<BlockId>,
    /// The locals in scope, if that is looked at.
    scope: Option<(&'s Facts, Vec<Local>)>,
}

impl<'s> Walk<'s> {
    /// A block that some jump to it cannot name.
    pub(super) fn missing(body: &'s Body, segment: &'s Segment) -> Option<BlockId> {
        Walk::over(body, segment, None)
    }

    /// A block like that, or one that names what is not in scope. `restored` is where the segment starts.
    pub(super) fn unseen(
        body: &'s Body,
        segment: &'s Segment,
        facts: &'s Facts,
        restored: Vec<Local>,
    ) -> Option<BlockId> {
        Walk::over(body, segment, Some((facts, restored)))
    }

    fn over(
        body: &'s Body,
        segment: &'s Segment,
        scope: Option<(&'s Facts, Vec<Local>)>,
    ) -> Option<BlockId> {
        let (open, loops, around) = (Vec::new(), Vec::new(), Vec::new());
        let mut walk = Walk { body, segment, open, loops, around, missing: None, scope };
        walk.node(segment.root);
        walk.missing
    }

    fn node(&mut self, block: BlockId) {
        if self.around.contains(&block) {
            self.missing.get_or_insert(block);
            return;
        }
        self.around.push(block);
        self.scoped(|walk| {
            walk.declare(block, true);
            walk.before(walk.segment.outside(block), &mut |walk| walk.inner(block));
        });
        self.around.pop();
    }

    fn inner(&mut self, block: BlockId) {
        let is_loop = self.segment.is_head(block);
        if is_loop {
            self.loops.push(block);
        }
        self.scoped(|walk| {
            walk.declare(block, false);
            for statement in &walk.body.blocks[block].statements {
                walk.names(block, &statement.effects);
                walk.bind(block, &statement.effects);
            }
            walk.before(walk.segment.inside(block), &mut |walk| walk.jumps(block));
        });
        if is_loop {
            self.loops.pop();
        }
    }

    fn before(&mut self, behind: &[BlockId], inner: &mut dyn FnMut(&mut Self)) {
        let Some((&target, before)) = behind.split_last() else { return inner(self) };
        self.open.push(target);
        self.scoped(|walk| walk.before(before, inner));
        self.open.pop();
        self.node(target);
    }

    fn jumps(&mut self, block: BlockId) {
        let terminator = &self.body.blocks[block].terminator;
        if let Some(effects) = terminator.effects() {
            self.bind(block, effects);
            self.names(block, effects);
        }
        self.stores(block);
        if matches!(terminator, Terminator::Suspend { .. }) || self.segment.is_end(block) {
            return;
        }
        for next in terminator.successors() {
            if next == self.segment.root
                && self.segment.is_head(next)
                && !self.loops.contains(&next)
            {
                self.missing.get_or_insert(next);
            }
            let here = self.segment.blocks().contains(&next) && next != self.segment.root;
            if here && is_leaf(self.body, next) {
                self.leaf(next);
            }
            if !here || is_leaf(self.body, next) || self.loops.contains(&next) {
                continue;
            }
            if !self.segment.is_placed(next) {
                self.node(next);
            } else if !self.open.contains(&next) {
                self.missing.get_or_insert(next);
            }
        }
    }
}

/// What is in scope.
impl Walk<'_> {
    fn scoped(&mut self, inner: impl FnOnce(&mut Self)) {
        let seen = self.scope.as_ref().map_or(0, |(_, seen)| seen.len());
        inner(self);
        if let Some((_, all)) = &mut self.scope {
            all.truncate(seen);
        }
    }

    /// As `emit` has it: in front of all that stands behind a block and sees the local, or else in the block.
    fn declare(&mut self, block: BlockId, in_front: bool) {
        let Some((_, seen)) = &mut self.scope else { return };
        let is_root = block == self.segment.root && !self.segment.is_head(block);
        for &local in self.segment.declared_at(block) {
            let body = self.body;
            let is_seen = |target: &BlockId| {
                body.is_within(body.blocks[*target].scope, body.locals[local].scope)
            };
            if (is_root || self.segment.outside(block).iter().any(is_seen)) == in_front {
                seen.push(local);
            }
        }
    }

    fn bind(&mut self, block: BlockId, effects: &Effects) {
        let Some((_, seen)) = &mut self.scope else { return };
        let serves = |local: &&Local| self.segment.declares_for_use(block, **local);
        seen.extend(effects.binds.iter().chain(effects.declares.iter().filter(serves)));
    }

    fn names(&mut self, block: BlockId, effects: &Effects) {
        self.check(block, effects.mentions());
    }

    fn stores(&mut self, block: BlockId) {
        if let Some((facts, _)) = &self.scope {
            let facts: &Facts = facts;
            self.check(block, facts.saved[block].iter().collect::<Vec<_>>().into_iter());
        }
    }

    /// What is printed at each jump to it.
    fn leaf(&mut self, block: BlockId) {
        let mut at = block;
        // As many steps as there are blocks: an empty loop goes on for ever.
        for _ in 0..self.body.blocks.len() {
            self.stores(at);
            match self.body.blocks[at].terminator {
                Terminator::Goto(next) => at = next,
                _ => break,
            }
        }
    }

    fn check(&mut self, block: BlockId, mut named: impl Iterator<Item = Local>) {
        if let Some((_, seen)) = &self.scope
            && !named.all(|local| seen.contains(&local))
        {
            self.missing.get_or_insert(block);
        }
    }
}
