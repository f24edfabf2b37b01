//! How much code a block is, and whether it may be printed more than once.

use crate::ir::{BlockId, Body, Terminator};
use proc_macro2::TokenTree;
use quote::ToTokens;
use std::collections::{BTreeSet, HashMap};

/// How much code a block is.
pub(super) struct Weights {
    weight: HashMap<BlockId, Option<usize>>,
}

impl Weights {
    pub(super) fn new(body: &Body, order: &[BlockId]) -> Self {
        Weights { weight: order.iter().map(|&block| (block, weight(body, block))).collect() }
    }

    pub(super) fn may_repeat(&self, block: BlockId) -> bool {
        self.weight.get(&block).is_some_and(Option::is_some)
    }

    /// Whether all the code from `block` to the next suspensions, returns or joins may be repeated.
    pub(super) fn is_short(
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
    };
    Some(total)
}

/// How many tokens; `None` for code that makes a type of its own each time it is written: a closure, an `async` block,
/// an item, or a macro that may contain one.
fn tokens(code: &dyn ToTokens) -> Option<usize> {
    fn count(tokens: proc_macro2::TokenStream) -> Option<usize> {
        let mut total = 0;
        let mut previous: Option<TokenTree> = None;
        let mut operator = false;
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            total += 1;
            if let TokenTree::Group(group) = &token {
                total += count(group.stream())?;
            }
            let text = token.to_string();
            let makes_type = matches!(
                text.as_str(),
                "async" | "fn" | "struct" | "enum" | "impl" | "trait" | "static" | "macro_rules"
            );
            // The second `|` of an `a || b` is as much of an operator as the first.
            let operates = previous.as_ref().is_some_and(is_operand) || (operator && text == "|");
            let closure = text == "|" && !operates;
            operator = text == "|" && operates;
            let macro_call = text == "!"
                && matches!(tokens.peek(), Some(TokenTree::Group(_)))
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
    count(code.to_token_stream())
}
