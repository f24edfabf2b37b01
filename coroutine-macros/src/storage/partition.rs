//! Which code belongs to which transition. A transition runs from where the machine stands (its start, a `recv!()`)
//! to the next suspension or return. Code that several of them run is emitted for each of them while it is short; longer
//! code, and code that must exist once because it makes a type (a closure), becomes a state of its own: a join.

use super::segment::{Facts, Segment};
use crate::ir::{BlockId, Body, Effects, IndexVec, Local, LocalSet, Terminator};
use crate::liveness::Analysis;
use proc_macro2::TokenTree;
use quote::ToTokens;
use std::collections::{BTreeSet, HashMap};

/// Code of at most this many tokens may be emitted more than once.
const SHORT: usize = 80;
/// What runs both when primed and behind one `recv!()` may be longer: there are just two of it.
const SHORT_TWICE: usize = 400;

pub(crate) struct Partition {
    /// In source order. Empty: priming and receiving are two transitions that share nothing long.
    pub(crate) joins: Vec<BlockId>,
    /// Priming and receiving are one function, since they share code.
    pub(crate) merged: bool,
    entry: BlockId,
    facts: Facts,
    /// Every block that can run, in source order: the order of the arms, so that a local's type is known before it is used.
    pub(crate) order: Vec<BlockId>,
}

impl Partition {
    pub(super) fn new(body: &Body, analysis: &Analysis) -> Self {
        let resumes: Vec<BlockId> = body
            .suspensions
            .iter()
            .filter(|(_, point)| analysis.order.contains(&point.block))
            .map(|(_, point)| point.resume)
            .collect();
        let empty = IndexVec::filled(body.blocks.len(), LocalSet::empty(&body.locals));
        let mut facts = Facts { held: empty.clone(), carried: empty.clone(), saved: empty };
        for (suspension, point) in body.suspensions.iter() {
            facts.saved[point.block].extend(analysis.saved[suspension].iter().copied());
        }
        for &block in &analysis.order {
            facts.held[block] = analysis.init.at_end(body, block).held;
            let (live, start) = (analysis.live.at_start(block), analysis.init.at_start(block));
            let used = live.iter().filter(|local| start.given.contains(*local));
            let to_drop = start.held.iter().filter(|local| body.locals[*local].may_drop());
            facts.carried[block].extend(used.chain(to_drop));
        }
        let weights = Weights::new(body, &analysis.order);
        let mut joins: BTreeSet<BlockId> = BTreeSet::new();
        let mut merged = false;
        loop {
            let roots: Vec<BlockId> =
                resumes.iter().copied().chain(joins.iter().copied()).collect();
            let mut found =
                shared(body, &roots, &joins, |block| weights.is_short(body, block, &joins, SHORT));
            let with_prime: Vec<BlockId> = roots.iter().copied().chain([body.entry]).collect();
            let limit = if merged { SHORT } else { SHORT_TWICE };
            if found.is_empty() {
                found = shared(body, &with_prime, &joins, |block| {
                    weights.is_short(body, block, &joins, limit)
                });
            }
            if found.is_empty() {
                let unprintable = |&root: &BlockId| {
                    let segment = Segment::new(body, &joins, &facts, root);
                    segment.irreducible().or_else(|| segment.two_bindings(body, &facts))
                };
                found = with_prime.iter().find_map(unprintable).into_iter().collect();
            }
            if found.is_empty() {
                let ahead = |&root: &BlockId| {
                    let segment = Segment::new(body, &joins, &facts, root);
                    ahead_of_types(body, analysis, &segment, &with_prime)
                };
                found = with_prime.iter().find_map(ahead).into_iter().collect();
            }
            if found.is_empty() {
                break;
            }
            merged = true;
            joins.extend(found);
        }
        let joins = analysis.order.iter().copied().filter(|block| joins.contains(block)).collect();
        Partition { joins, merged, entry: body.entry, facts, order: analysis.order.clone() }
    }

    pub(crate) fn segment(&self, body: &Body, root: BlockId) -> Segment {
        Segment::new(body, &self.joins.iter().copied().collect(), &self.facts, root)
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

/// Code that would be printed ahead of the arms that come before it in the source, and uses a local whose type these
/// arms may have to settle: `let mut found = Vec::new();`, pushed to in a loop, looked at behind it.
fn ahead_of_types(
    body: &Body,
    analysis: &Analysis,
    segment: &Segment,
    roots: &[BlockId],
) -> Option<BlockId> {
    let at = |block: BlockId| analysis.order.iter().position(|known| *known == block);
    let open = |block: BlockId| -> BTreeSet<Local> {
        let named = body.blocks[block].pieces(body).into_iter().flat_map(Effects::mentions);
        named.filter(|local| body.locals[*local].open_type).collect()
    };
    segment.blocks().iter().copied().find(|&block| {
        let wanted = open(block);
        !wanted.is_empty()
            && block != segment.root
            && roots.iter().any(|&root| {
                let between = at(segment.root) < at(root) && at(root) < at(block);
                let region = || {
                    body.reverse_postorder([root], |block| {
                        body.blocks[block].terminator.successors()
                    })
                };
                between
                    && region()
                        .into_iter()
                        .any(|other| at(other) < at(block) && !open(other).is_disjoint(&wanted))
            })
    })
}

/// The blocks where the ways from two roots first meet, unless they are short from there on.
fn shared(
    body: &Body,
    roots: &[BlockId],
    joins: &BTreeSet<BlockId>,
    is_short: impl Fn(BlockId) -> bool,
) -> BTreeSet<BlockId> {
    let mut source: HashMap<BlockId, BlockId> = HashMap::new();
    let mut found = BTreeSet::new();
    for &root in roots {
        let stop = |block: BlockId| block != root && joins.contains(&block);
        let successors = |block| {
            if stop(block) || found.contains(&block) {
                Vec::new()
            } else {
                body.blocks[block].terminator.successors()
            }
        };
        for block in body.reverse_postorder([root], successors) {
            if stop(block) {
                continue;
            }
            let first = *source.entry(block).or_insert(root);
            if first != root && !is_short(block) {
                found.insert(block);
            }
        }
    }
    // Only where they first meet: what lies behind belongs to that join.
    let entered: BTreeSet<BlockId> = found
        .iter()
        .copied()
        .filter(|block| {
            roots.contains(block)
                || body.blocks.iter().any(|(pred, data)| {
                    source.contains_key(&pred)
                        && !found.contains(&pred)
                        && data.terminator.successors().contains(block)
                })
        })
        .collect();
    if entered.is_empty() { found.into_iter().take(1).collect() } else { entered }
}

/// How much code a block is.
struct Weights {
    weight: HashMap<BlockId, Option<usize>>,
}

impl Weights {
    fn new(body: &Body, order: &[BlockId]) -> Self {
        Weights { weight: order.iter().map(|&block| (block, weight(body, block))).collect() }
    }

    /// Whether all the code from `block` to the next suspensions, returns or joins may be repeated.
    fn is_short(
        &self,
        body: &Body,
        block: BlockId,
        joins: &BTreeSet<BlockId>,
        limit: usize,
    ) -> bool {
        let mut total = 0;
        let mut seen = BTreeSet::new();
        let mut todo = vec![block];
        while let Some(next) = todo.pop() {
            if (next != block && joins.contains(&next)) || !seen.insert(next) {
                continue;
            }
            match self.weight.get(&next) {
                Some(Some(weight)) => total += weight,
                _ => return false,
            }
            if total > limit {
                return false;
            }
            todo.extend(body.blocks[next].terminator.successors());
        }
        true
    }
}

/// The tokens of a block; `None` if it must not be repeated.
fn weight(body: &Body, block: BlockId) -> Option<usize> {
    let data = &body.blocks[block];
    let mut total = 0;
    for statement in &data.statements {
        total += tokens(&statement.stmt)?;
    }
    total += match &data.terminator {
        Terminator::Unreachable | Terminator::Goto(_) => 0,
        Terminator::Suspend(suspension) => {
            let reply = body.suspensions[*suspension].reply.as_ref();
            1 + reply.map_or(Some(0), |reply| tokens(reply))?
        }
        Terminator::Return { value, .. } => {
            1 + value.as_ref().map_or(Some(0), |value| tokens(value))?
        }
        Terminator::If { cond, .. } => tokens(cond)?,
        Terminator::Exec { stmt, .. } => tokens(stmt)?,
        Terminator::Match { scrutinee, arms, .. } => arms
            .iter()
            .try_fold(tokens(scrutinee)?, |total, arm| Some(total + tokens(&arm.pat)?))?,
    };
    Some(total)
}

/// How many tokens; `None` for code that makes a type of its own each time it is written: a closure, an `async` block,
/// an item, or a macro that may contain one.
fn tokens(code: &dyn ToTokens) -> Option<usize> {
    fn count(tokens: proc_macro2::TokenStream) -> Option<usize> {
        let mut total = 0;
        let mut previous: Option<TokenTree> = None;
        for token in tokens {
            total += 1;
            if let TokenTree::Group(group) = &token {
                total += count(group.stream())?;
            }
            let text = token.to_string();
            let makes_type = matches!(
                text.as_str(),
                "async" | "fn" | "struct" | "enum" | "impl" | "trait" | "static" | "macro_rules"
            );
            let closure = text == "|" && !previous.as_ref().is_some_and(is_operand);
            let macro_call = text == "!"
                && matches!(&previous, Some(TokenTree::Ident(name)) if !is_known(&name.to_string()));
            if closure || makes_type || macro_call {
                return None;
            }
            previous = Some(token);
        }
        Some(total)
    }
    /// Whether a `|` behind this token is an operator; otherwise it begins a closure.
    fn is_operand(token: &TokenTree) -> bool {
        match token {
            TokenTree::Ident(name) => {
                !["move", "return", "in", "break", "else"].iter().any(|word| name == word)
            }
            TokenTree::Punct(_) => false,
            TokenTree::Group(_) | TokenTree::Literal(_) => true,
        }
    }
    fn is_known(name: &str) -> bool {
        const KNOWN: [&str; 20] = [
            "print",
            "println",
            "eprint",
            "eprintln",
            "format",
            "write",
            "writeln",
            "panic",
            "unreachable",
            "todo",
            "assert",
            "assert_eq",
            "assert_ne",
            "debug_assert",
            "debug_assert_eq",
            "debug_assert_ne",
            "vec",
            "matches",
            "unimplemented",
            "return",
        ];
        KNOWN.contains(&name)
    }
    count(code.to_token_stream())
}
