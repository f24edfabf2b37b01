//! Where values may go that decide how often code can be printed: those of a type that exists once, and those that borrow
//! from an input.

use crate::ir::{BlockId, Body, Effects, Local, LocalSet, Terminator};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

pub(super) struct Flows {
    /// May hold a closure, or something made of one: printed twice, it would have two types.
    pub(super) own_type: LocalSet,
    /// May borrow from an input, and cannot be stored, not even on the way to code that several waits lead to.
    pub(super) lent: LocalSet,
}

impl Flows {
    /// `makes_type` says of each piece of a block whether a type comes into being in it.
    pub(super) fn new(
        body: &Body,
        order: &[BlockId],
        makes_type: impl Fn(BlockId, usize) -> bool,
    ) -> Self {
        let empty = || LocalSet::empty(&body.locals);
        let mut flows = Flows { own_type: empty(), lent: empty() };
        let mut changed = true;
        while std::mem::take(&mut changed) {
            for &block in order {
                for (piece, effects) in body.blocks[block].pieces(body).into_iter().enumerate() {
                    let reads = effects.reads.iter().copied();
                    if makes_type(block, piece)
                        || reads.clone().any(|local| flows.own_type.contains(local))
                    {
                        // What it is pushed to takes its type, if it has none yet.
                        let open = |local: &Local| {
                            body.locals[*local].open_type
                                && !is_looked_at(body, &flows.own_type, (block, piece), *local)
                        };
                        let into: Vec<Local> = given(effects).chain(reads.filter(open)).collect();
                        changed |= add(body, &mut flows.own_type, into.into_iter());
                    }
                    let mut passed_on = effects.passes_on.iter();
                    let borrows =
                        effects.passes_input || passed_on.any(|local| flows.lent.contains(*local));
                    if body.lends_input && borrows {
                        changed |= add(body, &mut flows.lent, given(effects));
                    }
                }
            }
        }
        flows
    }
}

/// Whether a piece calls nothing on a local but methods that leave its type alone: they are given no closure, or keep none.
fn is_looked_at(
    body: &Body,
    own_type: &LocalSet,
    (block, piece): (BlockId, usize),
    local: Local,
) -> bool {
    const LOOKING: [&str; 14] = [
        "sort_by",
        "sort_by_key",
        "sort_by_cached_key",
        "sort_unstable_by",
        "sort_unstable_by_key",
        "retain",
        "retain_mut",
        "dedup_by",
        "dedup_by_key",
        "binary_search_by",
        "binary_search_by_key",
        "partition_point",
        "iter",
        "iter_mut",
    ];
    /// Whether a closure, or what has one in it, stands among the arguments of a call.
    fn has_closure(body: &Body, own_type: &LocalSet, tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Punct(punct) => punct.as_char() == '|',
            TokenTree::Group(group) => has_closure(body, own_type, group.stream()),
            TokenTree::Ident(name) => own_type.iter().any(|own| body.locals[own].ident == name),
            TokenTree::Literal(_) => false,
        })
    }
    let is_free = |arguments: Option<&TokenTree>| matches!(arguments, Some(TokenTree::Group(group)) if !has_closure(body, own_type, group.stream()));
    fn others(
        tokens: TokenStream,
        name: &str,
        is_free: &dyn Fn(Option<&TokenTree>) -> bool,
    ) -> bool {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is_looking = |at: usize| match (tokens.get(at + 1), tokens.get(at + 2)) {
            (Some(TokenTree::Punct(dot)), Some(TokenTree::Ident(method))) => {
                let is_known = LOOKING.iter().any(|known| method == known);
                dot.as_char() == '.' && (is_known || is_free(tokens.get(at + 3)))
            }
            _ => false,
        };
        tokens.iter().enumerate().any(|(at, token)| match token {
            TokenTree::Group(group) => others(group.stream(), name, is_free),
            TokenTree::Ident(ident) => ident == name && !is_looking(at),
            _ => false,
        })
    }
    let data = &body.blocks[block];
    let code = match (data.statements.get(piece), &data.terminator) {
        (Some(statement), _) => statement.stmt.to_token_stream(),
        (None, Terminator::If { cond, .. }) => cond.to_token_stream(),
        (None, Terminator::Match { scrutinee, .. }) => scrutinee.to_token_stream(),
        (None, Terminator::Exec { stmt, .. }) => stmt.to_token_stream(),
        (None, Terminator::Return { value, .. }) => value.to_token_stream(),
        _ => return false,
    };
    !others(code, &body.locals[local].ident.to_string(), &is_free)
}

/// The locals that a piece gives a value.
fn given(effects: &Effects) -> impl Iterator<Item = Local> {
    effects.binds.iter().chain(effects.assigns.keys()).chain(&effects.leaves_with).copied()
}

fn add(body: &Body, set: &mut LocalSet, locals: impl Iterator<Item = Local>) -> bool {
    let mut changed = false;
    for local in locals.filter(|local| !body.locals[*local].number) {
        changed |= !set.contains(local);
        set.insert(local);
    }
    changed
}
