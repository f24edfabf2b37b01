//! One transition's code: a piece of the graph with one root, and where each block of it is placed in the nested
//! blocks and loops that Rust has instead of jumps.
//!
//! A block that one jump leads to stands at that jump. One that several lead to stands behind a labelled
//! block around all of them, which they leave by `break`; the head of a loop is a `loop`. This is
//! Ramsey's "Beyond Relooper", with one addition: where a jump leaves a scope whose locals may have something to drop, the
//! target stands behind a block that holds these locals, so that Rust itself drops them, in its own order.

use super::declare::Declarations;
use super::dominators::{dominators, ranges};
use crate::ir::{BlockId, Body, IndexVec, Local, LocalSet, Terminator};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

pub(crate) struct Segment {
    pub(crate) root: BlockId,
    /// Blocks that are printed as segments of their own, where they stand in this one.
    pub(super) ends: BTreeSet<BlockId>,
    /// What is restored, and given its value anew by an assignment where the source has a `let`.
    rebound: LocalSet,
    pub(super) order: Vec<BlockId>,
    pub(super) position: HashMap<BlockId, usize>,
    pub(super) idom: HashMap<BlockId, BlockId>,
    /// The numbers of those that a block dominates.
    dominated: HashMap<BlockId, Range<usize>>,
    /// The blocks that a jump from behind leads to.
    pub(super) heads: HashSet<BlockId>,
    /// Behind the labelled block around a block's terminator.
    pub(super) inside: HashMap<BlockId, Vec<BlockId>>,
    /// Behind the labelled block around the whole of a block.
    pub(super) outside: HashMap<BlockId, Vec<BlockId>>,
    pub(super) placed: HashSet<BlockId>,
    /// The block that each of them stands behind: the whole of it, or its branches.
    pub(super) anchors: HashMap<BlockId, (BlockId, bool)>,
    pub(super) back_edges: Vec<(BlockId, BlockId)>,
    /// The locals that are in scope at the root, and have a value there or get one.
    pub(super) at_root: Vec<Local>,
    /// The natural loop of each head.
    pub(super) members: HashMap<BlockId, HashSet<BlockId>>,
    pub(super) declarations: Declarations,
}

/// What holds of the locals at the borders of each block.
pub(crate) struct Facts {
    /// At its end, those that may have something to drop.
    pub(super) held: IndexVec<BlockId, LocalSet>,
    /// At its start, those whose value matters in it or behind it: used later, or still to be dropped.
    pub(super) carried: IndexVec<BlockId, LocalSet>,
    /// If it ends in a suspension, those that are kept over it.
    pub(super) saved: IndexVec<BlockId, LocalSet>,
    /// At its start, the borrows that are used in it or behind it: what is taken again if a transition starts here.
    pub(super) borrowed: IndexVec<BlockId, LocalSet>,
    /// Borrows whose owner is used beside them.
    pub(super) contested: LocalSet,
}

impl Segment {
    pub(super) fn new(
        body: &Body,
        joins: &BTreeSet<BlockId>,
        facts: &Facts,
        root: BlockId,
        ends: &BTreeSet<BlockId>,
        rebound: Option<LocalSet>,
    ) -> Self {
        let successors = |block: BlockId| -> Vec<BlockId> {
            if ends.contains(&block) {
                return Vec::new();
            }
            let all = body.blocks[block].terminator.successors();
            all.into_iter().filter(|next| !joins.contains(next)).collect()
        };
        let order = body.reverse_postorder([root], successors);
        let position: HashMap<BlockId, usize> =
            order.iter().enumerate().map(|(index, block)| (*block, index)).collect();
        let mut predecessors: HashMap<BlockId, Vec<BlockId>> =
            order.iter().map(|block| (*block, Vec::new())).collect();
        for &block in &order {
            for next in successors(block) {
                predecessors.entry(next).or_default().push(block);
            }
        }
        let idom = dominators(&order, &predecessors);
        let dominated = ranges(&order, &idom);
        let rebound = rebound.unwrap_or_else(|| {
            let nothing = LocalSet::empty(&body.locals);
            let restored = if root == body.entry { &nothing } else { &facts.carried[root] };
            super::rebound::find(body, &order, restored)
        });
        let mut segment = Segment {
            root,
            rebound,
            ends: ends.clone(),
            order,
            position,
            idom,
            dominated,
            heads: HashSet::new(),
            inside: HashMap::new(),
            outside: HashMap::new(),
            placed: HashSet::new(),
            anchors: HashMap::new(),
            back_edges: Vec::new(),
            at_root: Vec::new(),
            members: HashMap::new(),
            declarations: Declarations::default(),
        };
        segment.find_loops(&predecessors);
        segment.find_locals_of_root(body, facts);
        segment.place(body, facts, &predecessors);
        let stored = |block: BlockId| {
            let next = body.blocks[block].terminator.successors();
            let joined = next
                .iter()
                .filter(|next| joins.contains(next))
                .flat_map(|next| facts.carried[*next].iter());
            facts.saved[block].iter().chain(joined).collect()
        };
        segment.declarations = Declarations::new(body, &segment, facts, stored);
        segment
    }

    /// The blocks, in source order.
    pub(crate) fn blocks(&self) -> &[BlockId] {
        &self.order
    }
    pub(crate) fn is_rebound(&self, local: Local) -> bool {
        self.rebound.contains(local)
    }
    pub(crate) fn rebound(&self) -> &LocalSet {
        &self.rebound
    }
    pub(crate) fn has_loops(&self) -> bool {
        !self.heads.is_empty()
    }
    pub(crate) fn is_end(&self, block: BlockId) -> bool {
        self.ends.contains(&block)
    }
    pub(crate) fn is_head(&self, block: BlockId) -> bool {
        self.heads.contains(&block)
    }
    /// Whether jumps reach a block by a label.
    pub(crate) fn is_placed(&self, block: BlockId) -> bool {
        self.placed.contains(&block)
    }
    pub(crate) fn inside(&self, block: BlockId) -> &[BlockId] {
        self.inside.get(&block).map_or(&[], Vec::as_slice)
    }
    pub(crate) fn outside(&self, block: BlockId) -> &[BlockId] {
        self.outside.get(&block).map_or(&[], Vec::as_slice)
    }

    /// The locals to declare in front of a block.
    pub(crate) fn declared_at(&self, block: BlockId) -> &[Local] {
        self.declarations.added(block)
    }
    /// Whether a local that a block names has come into scope in this segment, rather than before it.
    pub(crate) fn is_bound_above(&self, block: BlockId, local: Local) -> bool {
        self.declarations.is_bound_above(self, block, local)
    }
    /// Whether the user's declaration in a block serves anything here.
    pub(crate) fn declares_for_use(&self, block: BlockId, local: Local) -> bool {
        self.declarations.serves(block, local)
    }

    /// A block and those that dominate it, innermost first.
    pub(super) fn dominating(&self, block: BlockId) -> impl Iterator<Item = BlockId> {
        std::iter::successors(Some(block), |block| self.idom.get(block).copied())
    }

    /// A block from which something can be seen in `block` as well as in `below`, which it dominates: what is
    /// nested inside of the block that `below` stands behind does not do, unless it stands behind it too.
    pub(super) fn in_front_of(&self, block: BlockId, below: BlockId) -> BlockId {
        let mut front = block;
        for above in self.dominating(below) {
            if let Some(&(anchor, _)) = self.anchors.get(&above)
                && self.dominates(anchor, front)
                && !self.dominates(above, front)
            {
                front = anchor;
            }
        }
        front
    }

    pub(super) fn common_dominator(&self, a: BlockId, b: BlockId) -> BlockId {
        let above: HashSet<BlockId> = self.dominating(a).collect();
        self.dominating(b).find(|block| above.contains(block)).unwrap_or(self.root)
    }

    /// A block that a local reaches both with the value it had at the root and with one it was given anew in this segment,
    /// in a scope entered once more: one name cannot be both.
    pub(super) fn two_bindings(&self, body: &Body, facts: &Facts) -> Option<BlockId> {
        let mut met: Option<BlockId> = None;
        for &block in &self.order {
            for effects in body.blocks[block].pieces(body) {
                let fresh = effects.binds.iter().chain(&effects.declares);
                for &local in fresh.filter(|local| !self.is_rebound(**local)) {
                    let mut seen = HashSet::from([block]);
                    let mut todo = vec![block];
                    while let Some(at) = todo.pop() {
                        for next in body.blocks[at].terminator.successors() {
                            // One that is only declared gets its value on the way.
                            let declared = effects.declares.contains(&local)
                                && self.dominates(block, next)
                                && body
                                    .is_within(body.blocks[next].scope, body.locals[local].scope);
                            // A leaf is printed at each jump, with the binding that is there.
                            let inside = next != self.root
                                && !is_leaf(body, next)
                                && self.position.contains_key(&next)
                                && (facts.carried[next].contains(local) || declared);
                            if !inside || !seen.insert(next) {
                                continue;
                            }
                            if self.dominates(block, next) {
                                todo.push(next);
                            } else if met
                                .is_none_or(|met| self.position[&next] < self.position[&met])
                            {
                                met = Some(next);
                            }
                        }
                    }
                }
            }
        }
        met
    }

    /// A block that is jumped back to though it can be passed by: nested loops cannot say that.
    pub(super) fn irreducible(&self) -> Option<BlockId> {
        self.heads
            .iter()
            .copied()
            .find(|head| self.heads_without_dominating(*head))
            .into_iter()
            .min()
    }

    fn heads_without_dominating(&self, head: BlockId) -> bool {
        self.back_edges.iter().any(|(from, to)| *to == head && !self.dominates(head, *from))
    }

    pub(super) fn dominates(&self, block: BlockId, below: BlockId) -> bool {
        let range = |block: BlockId| self.dominated.get(&block);
        block == below
            || range(below)
                .is_some_and(|below| range(block).is_some_and(|range| range.contains(&below.start)))
    }

    fn find_loops(&mut self, predecessors: &HashMap<BlockId, Vec<BlockId>>) {
        for head in self.order.clone() {
            let back: Vec<BlockId> = predecessors[&head]
                .iter()
                .copied()
                .filter(|pred| self.position[pred] >= self.position[&head])
                .collect();
            if back.is_empty() {
                continue;
            }
            self.back_edges.extend(back.iter().map(|from| (*from, head)));
            // The natural loop: all that comes to a jump back without passing the head.
            let mut members = HashSet::from([head]);
            let mut todo = back;
            while let Some(block) = todo.pop() {
                if members.insert(block) {
                    todo.extend(predecessors[&block].iter().copied());
                }
            }
            self.heads.insert(head);
            self.members.insert(head, members);
        }
    }
}

/// Nothing but a suspension, a return or an end: it is printed at each jump.
pub(crate) fn is_leaf(body: &Body, block: BlockId) -> bool {
    let mut block = block;
    // As many steps as there are blocks: an empty loop goes on for ever.
    for _ in 0..body.blocks.len() {
        match body.blocks[block].terminator {
            Terminator::Goto(next) if body.blocks[block].statements.is_empty() => block = next,
            _ => break,
        }
    }
    let data = &body.blocks[block];
    data.statements.is_empty()
        && match &data.terminator {
            Terminator::Suspend { suspension, .. } => body.suspensions[*suspension].reply.is_none(),
            Terminator::Return { value, .. } => value.is_none(),
            Terminator::Unreachable => true,
            _ => false,
        }
}
