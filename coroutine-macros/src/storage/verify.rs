//! Whether every jump of a segment can be printed: the labelled block before its target is around it.
//!
//! `place` sees to that. Where it fails on some graph that nobody thought of, the target becomes a join instead.

use super::segment::{Segment, is_leaf};
use crate::ir::{BlockId, Body, Terminator};

/// A walk over a segment as `emit` prints it.
pub(super) struct Walk<'s> {
    pub(super) body: &'s Body,
    pub(super) segment: &'s Segment,
    /// What stands behind the labelled blocks around the current place.
    open: Vec<BlockId>,
    loops: Vec<BlockId>,
    missing: Option<BlockId>,
}

impl<'s> Walk<'s> {
    /// A block that some jump to it cannot name.
    pub(super) fn missing(body: &'s Body, segment: &'s Segment) -> Option<BlockId> {
        let mut walk = Walk { body, segment, open: Vec::new(), loops: Vec::new(), missing: None };
        walk.node(segment.root);
        walk.missing
    }

    fn node(&mut self, block: BlockId) {
        self.before(self.segment.outside(block), &mut |walk| {
            let is_loop = walk.segment.is_head(block);
            if is_loop {
                walk.loops.push(block);
            }
            walk.before(walk.segment.inside(block), &mut |walk| walk.jumps(block));
            if is_loop {
                walk.loops.pop();
            }
        });
    }

    fn before(&mut self, behind: &[BlockId], inner: &mut dyn FnMut(&mut Self)) {
        let Some((&target, before)) = behind.split_last() else { return inner(self) };
        self.open.push(target);
        self.before(before, inner);
        self.open.pop();
        self.node(target);
    }

    fn jumps(&mut self, block: BlockId) {
        let terminator = &self.body.blocks[block].terminator;
        if matches!(terminator, Terminator::Suspend(_)) || self.segment.is_end(block) {
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
