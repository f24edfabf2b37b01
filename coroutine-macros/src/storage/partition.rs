//! Which code belongs to which transition. A transition runs from where the machine stands (its start, a `recv!()`)
//! to the next suspension or return. Code that several of them run is emitted for each of them while it is short; longer
//! code, and code that must exist once because it makes a type (a closure), becomes a state of its own: a join.

use super::borrow::Uses;
use super::segment::{Facts, Segment};
use super::verify::Walk;
use super::weight::Weights;
use crate::ir::{BlockId, Body, IndexVec, Local, LocalSet, Terminator};
use crate::liveness::Analysis;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// Code of at most this many tokens may be emitted wherever it is needed.
pub(super) const SHORT: usize = 80;
/// Longer code may be emitted more than once as long as all that are too many have at most this many tokens together.
const REPEATED: usize = 320;
/// What runs both when primed and behind one `recv!()` may be longer: it does not make `send` any longer.
const PRIMED: usize = 400;
/// So may what comes to something that borrows from the input: that cannot be a state.
const LENT: usize = 4000;

pub(crate) struct Partition {
    /// Empty: priming and receiving are two transitions that share nothing long.
    pub(super) joins: BTreeSet<BlockId>,
    /// Priming and receiving are one function, since they share code that is emitted once.
    pub(crate) merged: bool,
    /// One state may lead to another without waiting.
    pub(crate) goes_around: bool,
    entry: BlockId,
    pub(super) facts: Facts,
    uses: Uses,
    /// Those that have been looked at, by the block that they start with.
    segments: RefCell<HashMap<BlockId, Rc<Segment>>>,
    /// Every block that can run, in source order: the order of the arms, so that a local's type is known before it is used.
    pub(crate) order: Vec<BlockId>,
}

impl Partition {
    pub(crate) fn new(body: &Body, analysis: &Analysis) -> Self {
        let resumes: BTreeSet<BlockId> = body
            .suspensions
            .iter()
            .filter(|(_, point)| analysis.init.reaches(point.block))
            .map(|(_, point)| point.resume)
            .collect();
        let facts = facts(body, analysis);
        let weights = Weights::new(body, &analysis.order);
        let mut predecessors: HashMap<BlockId, Vec<BlockId>> =
            analysis.order.iter().map(|block| (*block, Vec::new())).collect();
        for &block in &analysis.order {
            for next in body.blocks[block].terminator.successors() {
                predecessors.entry(next).or_default().push(block);
            }
        }
        let order = &analysis.order;
        let with_prime: BTreeSet<BlockId> = resumes.iter().copied().chain([body.entry]).collect();
        let mut joins: BTreeSet<BlockId> = BTreeSet::new();
        let mut segments: HashMap<BlockId, Rc<Segment>> = HashMap::new();
        loop {
            let receiving = |block, roots: usize, joins: &BTreeSet<BlockId>| {
                let limit = SHORT.max(REPEATED / (roots - 1));
                let lends = weights.lends(&facts.carried[block]);
                weights.is_short(body, &facts, block, joins, if lends { LENT } else { limit })
            };
            meet(order, &predecessors, &resumes, &mut joins, receiving);
            let limit = if primes_to(body, &joins) { SHORT } else { PRIMED };
            let priming = |block, _, joins: &BTreeSet<BlockId>| {
                weights.is_short(body, &facts, block, joins, limit)
            };
            if meet(order, &predecessors, &with_prime, &mut joins, priming) {
                continue;
            }
            let roots: BTreeSet<BlockId> = with_prime.union(&joins).copied().collect();
            segments.clear();
            let mut unprintable = |root: &BlockId| {
                let segment = Segment::new(body, &joins, &facts, *root, &BTreeSet::new(), None);
                let segment = segments.entry(*root).or_insert(Rc::new(segment));
                segment
                    .irreducible()
                    .or_else(|| segment.two_bindings(body, &facts))
                    .or_else(|| Walk::missing(body, segment))
            };
            let found: Vec<BlockId> = roots.iter().filter_map(&mut unprintable).collect();
            if found.is_empty() {
                break;
            }
            let before = joins.len();
            joins.extend(found);
            assert!(joins.len() > before, "a join is no longer inside of any segment");
        }
        let merged = body.lends_reply || primes_to(body, &joins);
        let goes_around = !joins.is_empty();
        let uses = super::borrow::uses(body, analysis, &joins, &facts);
        Partition {
            joins,
            merged,
            goes_around,
            entry: body.entry,
            facts,
            uses,
            order: analysis.order.clone(),
            segments: RefCell::new(segments),
        }
    }

    /// For code that is one transition.
    pub(super) fn of_one(body: &Body, analysis: &Analysis) -> Self {
        let (joins, facts) = (BTreeSet::new(), facts(body, analysis));
        let uses = super::borrow::uses(body, analysis, &joins, &facts);
        let order = analysis.order.clone();
        Partition {
            joins,
            merged: false,
            goes_around: false,
            entry: body.entry,
            facts,
            uses,
            order,
            segments: RefCell::default(),
        }
    }

    pub(crate) fn segment(&self, body: &Body, root: BlockId) -> Rc<Segment> {
        let new = || {
            let segment =
                Segment::new(body, &self.joins, &self.facts, root, &BTreeSet::new(), None);
            Rc::new(segment)
        };
        Rc::clone(self.segments.borrow_mut().entry(root).or_insert_with(new))
    }

    /// The part of a transition up to where it comes to one of `ends`.
    pub(crate) fn part<'c>(
        &self,
        body: &Body,
        whole: &Rc<Segment>,
        ends: impl IntoIterator<Item = &'c BlockId>,
    ) -> Rc<Segment> {
        let ends: BTreeSet<BlockId> = ends.into_iter().copied().collect();
        if ends.is_empty() {
            return Rc::clone(whole);
        }
        let rebound = whole.rebound().clone();
        Rc::new(Segment::new(body, &self.joins, &self.facts, whole.root, &ends, Some(rebound)))
    }

    /// The part of a transition from `block` on.
    pub(crate) fn behind(&self, body: &Body, whole: &Segment, block: BlockId) -> Segment {
        let rebound = whole.rebound().clone();
        Segment::new(body, &self.joins, &self.facts, block, &BTreeSet::new(), Some(rebound))
    }

    /// The locals that go to the next state at the end of a block.
    pub(crate) fn stored_by(&self, body: &Body, block: BlockId) -> Vec<Local> {
        let next = body.blocks[block].terminator.successors();
        let joined = next.iter().filter(|next| self.joins.contains(next));
        let joined = joined.flat_map(|next| self.facts.carried[*next].iter());
        self.facts.saved[block].iter().chain(joined).collect()
    }

    /// The blocks that are states of their own, in source order.
    pub(super) fn joins(&self) -> impl Iterator<Item = BlockId> {
        self.order.iter().copied().filter(|block| self.joins.contains(block))
    }

    /// The borrows to take again where a transition starts, oldest first.
    pub(crate) fn borrowed(&self, root: BlockId) -> &[Local] {
        &self.uses.at_start[root]
    }

    /// Those of them that something else might take away in between: that they are still needed has to be said.
    pub(crate) fn claimed(&self, root: BlockId) -> impl Iterator<Item = Local> {
        let contested = |local: &Local| self.facts.contested.contains(*local);
        self.facts.borrowed[root].iter().filter(contested)
    }

    /// Whether a borrow comes into scope in a block for what is behind the next suspension only.
    pub(crate) fn is_idle(&self, block: BlockId, local: Local) -> bool {
        self.uses.idle.contains(&(block, local))
    }

    /// Whether the body may return before it waits.
    pub(crate) fn primes_to_return(&self, body: &Body) -> bool {
        let region = body
            .reverse_postorder([self.entry], |block| body.blocks[block].terminator.successors());
        region.iter().any(|block| {
            let data = &body.blocks[*block];
            let returns = matches!(data.terminator, Terminator::Return { .. });
            returns || data.pieces(body).iter().any(|effects| effects.returns)
        })
    }
}

fn facts(body: &Body, analysis: &Analysis) -> Facts {
    let empty = IndexVec::filled(body.blocks.len(), LocalSet::empty(&body.locals));
    let mut facts = Facts {
        held: empty.clone(),
        carried: empty.clone(),
        saved: empty.clone(),
        borrowed: empty,
        contested: super::borrow::contested(body, analysis),
    };
    for &block in &analysis.order {
        let Some(suspension) = body.blocks[block].terminator.waits() else { continue };
        facts.saved[block].extend(analysis.saved[suspension].iter().copied());
        let borrowed = super::borrow::needed(body, &analysis.live.at(body, suspension));
        let claimed = borrowed.into_iter().filter(|local| facts.contested.contains(*local));
        facts.saved[block].extend(claimed);
    }
    for &block in &analysis.order {
        facts.held[block] = analysis.init.at_end(body, block).held;
        if let Some(effects) = body.blocks[block].terminator.effects() {
            // What a statement gives where it is left by an exit.
            let values = effects.exits.iter().filter_map(|exit| exit.value);
            facts.held[block].extend(values.chain(effects.leaves_with.iter().copied()));
        }
        let (live, start) = (analysis.live.at_start(block), analysis.init.at_start(block));
        let live = body.with_owners(live);
        let used = live.iter().filter(|local| start.given.contains(*local));
        let to_drop = start.held.iter().filter(|local| body.locals[*local].may_drop());
        facts.carried[block].extend(used.chain(to_drop));
        let borrowed = super::borrow::needed(body, &live);
        let given = |local: &Local| start.given.contains(*local);
        facts.borrowed[block].extend(borrowed.into_iter().filter(given));
    }
    facts
}

/// Whether the code that primes leads to a join.
fn primes_to(body: &Body, joins: &BTreeSet<BlockId>) -> bool {
    let inside = |block: BlockId| -> Vec<BlockId> {
        let next = body.blocks[block].terminator.successors();
        if joins.contains(&block) { Vec::new() } else { next }
    };
    body.reverse_postorder([body.entry], inside).iter().any(|block| joins.contains(block))
}

/// Makes joins of the blocks where ways from two roots meet, unless the code is short from there on. Says whether
/// there are any more than before.
fn meet(
    order: &[BlockId],
    predecessors: &HashMap<BlockId, Vec<BlockId>>,
    roots: &BTreeSet<BlockId>,
    joins: &mut BTreeSet<BlockId>,
    is_short: impl Fn(BlockId, usize, &BTreeSet<BlockId>) -> bool,
) -> bool {
    let before = joins.len();
    // The first root, in source order, from which each block is reached; of the jumps back, as the last time around found it.
    let mut known: HashMap<BlockId, BlockId> = HashMap::new();
    loop {
        let joined = joins.len();
        let mut source: HashMap<BlockId, BlockId> = HashMap::new();
        for &block in order {
            if roots.contains(&block) || joins.contains(&block) {
                source.insert(block, block);
                continue;
            }
            let preds = predecessors[&block].iter();
            let from: BTreeSet<BlockId> = preds
                .filter_map(|pred| source.get(pred).or_else(|| known.get(pred)).copied())
                .collect();
            if from.len() > 1 && !is_short(block, from.len(), joins) {
                joins.insert(block);
                source.insert(block, block);
            } else if let Some(&first) = from.first() {
                source.insert(block, first);
            }
        }
        if joins.len() > joined {
            // What lies behind a new join comes from that one.
            known.clear();
        } else if source == known {
            return joins.len() > before;
        } else {
            known = source;
        }
    }
}
