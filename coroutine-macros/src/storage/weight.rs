//! How much code a block is, and whether it may be printed more than once.

use super::flows::Flows;
use super::segment::Facts;
use crate::ir::{BlockId, Body, LocalSet, Terminator};
use proc_macro2::TokenTree;
use quote::ToTokens;
use std::collections::{BTreeSet, HashMap};

/// How much code each block is.
pub(super) struct Weights {
    weights: HashMap<BlockId, Weight>,
    flows: Flows,
}

struct Weight {
    tokens: usize,
    makes_type: bool,
}

impl Weights {
    pub(super) fn new(body: &Body, order: &[BlockId]) -> Self {
        let pieces: HashMap<BlockId, Vec<Option<usize>>> =
            order.iter().map(|&block| (block, pieces(body, block))).collect();
        let flows = Flows::new(body, order, |block, piece| pieces[&block][piece].is_none());
        let weight = |pieces: Vec<Option<usize>>| Weight {
            tokens: pieces.iter().flatten().sum(),
            makes_type: pieces.iter().any(Option::is_none),
        };
        let weights = pieces.into_iter().map(|(block, pieces)| (block, weight(pieces))).collect();
        Weights { weights, flows }
    }

    /// The locals whose type may be one that each printing makes anew.
    pub(super) fn own_types(self) -> LocalSet {
        self.flows.own_type
    }

    /// Whether something that may borrow from an input is among these.
    pub(super) fn lends(&self, carried: &LocalSet) -> bool {
        carried.iter().any(|local| self.flows.lent.contains(local))
    }

    /// Whether code may be printed more than once: no type that it makes is that of something stored.
    pub(super) fn may_repeat(
        &self,
        body: &Body,
        facts: &Facts,
        blocks: &[BlockId],
        joins: &BTreeSet<BlockId>,
    ) -> bool {
        let makes_type =
            |block: &BlockId| self.weights.get(block).is_none_or(|weight| weight.makes_type);
        let own = |set: &LocalSet| set.iter().any(|local| self.flows.own_type.contains(local));
        let stores = |block: &BlockId| {
            let terminator = &body.blocks[*block].terminator;
            let waits = terminator.waits().is_some() && own(&facts.saved[*block]);
            let mut next = terminator.successors().into_iter();
            waits || next.any(|next| joins.contains(&next) && own(&facts.carried[next]))
        };
        !blocks.iter().any(makes_type) || !blocks.iter().any(stores)
    }

    /// Whether all the code from `block` to the next suspensions, returns or joins may be repeated, and is not too long.
    pub(super) fn is_short(
        &self,
        body: &Body,
        facts: &Facts,
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
            let Some(weight) = self.weights.get(&next) else { return false };
            total += weight.tokens;
            if total > limit {
                return false;
            }
            todo.extend(body.blocks[next].terminator.successors());
        }
        let blocks: Vec<BlockId> = seen.into_iter().collect();
        self.may_repeat(body, facts, &blocks, joins)
    }
}

/// The tokens of each piece of a block; `None` if it makes a type.
fn pieces(body: &Body, block: BlockId) -> Vec<Option<usize>> {
    let data = &body.blocks[block];
    let statements = data.statements.iter().map(|statement| tokens(&statement.stmt));
    statements.chain([terminator(body, &data.terminator)]).collect()
}

fn terminator(body: &Body, terminator: &Terminator) -> Option<usize> {
    Some(match terminator {
        Terminator::Unreachable | Terminator::Goto(_) => 0,
        Terminator::Suspend { suspension, .. } | Terminator::Receive { suspension, .. } => {
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
    })
}

/// How many tokens; `None` for code that makes a type of its own each time it is written: a closure, an `async` block,
/// an item, or a macro that may contain one.
fn tokens(code: &dyn ToTokens) -> Option<usize> {
    fn count(tokens: proc_macro2::TokenStream, consumes: bool) -> Option<usize> {
        let mut total = 0;
        let mut previous: Option<TokenTree> = None;
        let mut is_method = false;
        let mut opened = false;
        let mut operator = false;
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            total += 1;
            if let TokenTree::Group(group) = &token {
                let consumes = is_method && previous.as_ref().is_some_and(is_consuming);
                total += count(group.stream(), consumes)?;
            }
            let text = token.to_string();
            let makes_type = matches!(
                text.as_str(),
                "async" | "fn" | "struct" | "enum" | "impl" | "trait" | "static" | "macro_rules"
            );
            // The second `|` of an `a || b` is as much of an operator as the first.
            let operates = previous.as_ref().is_some_and(is_operand) || (operator && text == "|");
            let closure = text == "|" && !operates;
            let begins = match &previous {
                None => true,
                Some(TokenTree::Punct(punct)) => punct.as_char() == ',' || opened,
                Some(TokenTree::Ident(name)) => name == "move",
                Some(_) => false,
            };
            // `||`
            opened = closure && !opened;
            let closure = closure && !(consumes && begins);
            operator = text == "|" && operates;
            let macro_call = text == "!"
                && matches!(tokens.peek(), Some(TokenTree::Group(_)))
                && matches!(&previous, Some(TokenTree::Ident(name)) if !is_known(&name.to_string()));
            if closure || makes_type || macro_call {
                return None;
            }
            if matches!(&token, TokenTree::Ident(_)) {
                is_method =
                    matches!(&previous, Some(TokenTree::Punct(dot)) if dot.as_char() == '.');
            }
            previous = Some(token);
        }
        Some(total)
    }
    /// A method of the standard library's that uses up the closure it is given: it is no part of what comes out.
    fn is_consuming(method: &TokenTree) -> bool {
        const CONSUMING: [&str; 30] = [
            "all",
            "and_then",
            "any",
            "binary_search_by",
            "binary_search_by_key",
            "find",
            "find_map",
            "fold",
            "for_each",
            "is_none_or",
            "is_ok_and",
            "is_some_and",
            "map_err",
            "map_or",
            "map_or_else",
            "max_by",
            "max_by_key",
            "min_by",
            "min_by_key",
            "ok_or_else",
            "or_else",
            "or_insert_with",
            "partition",
            "position",
            "retain",
            "rposition",
            "sort_by",
            "sort_by_key",
            "try_fold",
            "unwrap_or_else",
        ];
        matches!(method, TokenTree::Ident(name) if CONSUMING.iter().any(|known| name == known))
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
        const KNOWN: [&str; 21] = [
            "__exit",
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
    count(code.to_token_stream(), false)
}
